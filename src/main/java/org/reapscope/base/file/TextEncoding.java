package org.reapscope.base.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the letters of a text are written as bytes, as far as its beginning tells. */
public enum TextEncoding {
    /** What is neither of the others: UTF-8, or an encoding of single bytes, which no beginning gives away. */
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    /** As Windows PowerShell writes what is redirected. */
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 (little-endian)"),
    /** UTF-16, the larger byte first. */
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 (big-endian)"),
    /** UTF-32, the smaller byte first. */
    UTF_32LE(Charset.forName("UTF-32LE"), "UTF-32 (little-endian)"),
    /** UTF-32, the larger byte first. */
    UTF_32BE(Charset.forName("UTF-32BE"), "UTF-32 (big-endian)");

    /** How many bytes tell. */
    public static final int HEAD = 64;

    private static final int FEWEST_LETTERS = 2;

    private final Charset charset;
    private final String title;

    TextEncoding(Charset charset, String title) {
        this.charset = charset;
        this.title = title;
    }

    /** The encoding of a text that begins with these bytes: by its byte order mark, else by where the zeros of ASCII letters stand. */
    public static TextEncoding of(byte[] head) {
        if (starts(head, 0xff, 0xfe, 0, 0)) {
            return UTF_32LE;
        }
        if (starts(head, 0, 0, 0xfe, 0xff)) {
            return UTF_32BE;
        }
        if (starts(head, 0xff, 0xfe)) {
            return UTF_16LE;
        }
        if (starts(head, 0xfe, 0xff)) {
            return UTF_16BE;
        }
        int pairs = Math.min(head.length, HEAD) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += head[2 * i] == 0 ? 1 : 0;
            second += head[2 * i + 1] == 0 ? 1 : 0;
        }
        boolean many = pairs >= FEWEST_LETTERS && 4 * Math.max(first, second) >= 3 * pairs && Math.min(first, second) == 0;
        return !many ? UTF_8 : first > second ? UTF_16BE : UTF_16LE;
    }

    /** How many bytes of byte order mark stand before the text. */
    public int mark(byte[] head) {
        return switch (this) {
            case UTF_8 -> starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
            case UTF_16LE -> starts(head, 0xff, 0xfe) ? 2 : 0;
            case UTF_16BE -> starts(head, 0xfe, 0xff) ? 2 : 0;
            case UTF_32LE, UTF_32BE -> 4;
        };
    }

    /** What decodes it. */
    public Charset charset() {
        return charset;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
