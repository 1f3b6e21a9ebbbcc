package org.reapscope.trace.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises text that was packed in ways that are not unpacked here. */
final class Packed {

    private static final byte[] ATRACE = Ascii.bytes("TRACE:");
    private static final int ZLIB = 0x78;
    private static final Pattern BASE64 = Pattern.compile("(eJ|eN|eA|H4sI)[A-Za-z0-9+/=]{20}");

    /** A way of packing files: the bytes that they begin with, and how to unpack them. */
    record Kind(String magic, String name, String command) {}

    private static final List<Kind> FILES = List.of(
            new Kind("\u00fd7zXZ", "xz", "xz -d"),
            new Kind("\u0028\u00b5\u002f\u00fd", "zstd", "zstd -d"),
            new Kind("BZh", "bzip2", "bzip2 -d"),
            new Kind("\u0004\"M\u0018", "lz4", "lz4 -d"));

    private Packed() {}

    /** What a file that begins like this is packed with; nothing if it is not. */
    static Optional<Kind> file(byte[] head) {
        String begin = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        return FILES.stream().filter(kind -> begin.startsWith(kind.magic)).findFirst();
    }

    /** Whether atrace wrote this with {@code -z}: a line {@code TRACE:}, then zlib. */
    static boolean atrace(byte[] head) {
        int at = Ascii.indexOf(head, 0, head.length, ATRACE);
        int i = at + ATRACE.length;
        while (at >= 0 && i < head.length && (head[i] == '\r' || head[i] == '\n')) {
            i++;
        }
        return at >= 0 && zlib(head, i);
    }

    /** Whether zlib data begins here. */
    static boolean zlib(byte[] b, int at) {
        return at + 1 < b.length && b[at] == ZLIB && ((b[at] & 0xff) << 8 | b[at + 1] & 0xff) % 31 == 0 && (b[at + 1] < ' ');
    }

    /** Whether zlib or gzip data in base64 begins here. */
    static boolean base64(byte[] b, int at) {
        String begin = new String(b, Math.min(at, b.length), Math.min(64, b.length - Math.min(at, b.length)), StandardCharsets.ISO_8859_1);
        return BASE64.matcher(begin).lookingAt();
    }
}
