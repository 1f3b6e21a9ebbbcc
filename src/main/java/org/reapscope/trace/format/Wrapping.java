package org.reapscope.trace.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.reapscope.base.file.TextEncoding;

/**
 * What is around the text of a file, as its first bytes say.
 *
 * @param gzip whether it is packed
 * @param encoding how the text is encoded
 * @param mark how many bytes of byte order mark stand before the text
 */
record Wrapping(boolean gzip, TextEncoding encoding, int mark) {

    private static final int GZIP_MAGIC = 0x8b1f;
    private static final int BUFFER = 64 * 1024;

    /** Of a file. */
    static Wrapping of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(TextEncoding.HEAD);
        }
        boolean gzip = head.length > 1 && ((head[0] & 0xff) | (head[1] & 0xff) << 8) == GZIP_MAGIC;
        head = gzip ? unpacked(file) : head;
        TextEncoding encoding = TextEncoding.of(head);
        return new Wrapping(gzip, encoding, encoding.mark(head));
    }

    /** Whether the text stands in the file as it is. */
    boolean isNone() {
        return !gzip && encoding == TextEncoding.UTF_8;
    }

    /** The text in what is read from a file. */
    InputStream unwrap(InputStream file) throws IOException {
        InputStream bytes = gzip ? new GZIPInputStream(file, BUFFER) : file;
        bytes.readNBytes(mark);
        return encoding == TextEncoding.UTF_8 ? bytes : new Utf8Stream(bytes, encoding.charset());
    }

    /** The first bytes of what is packed in a file; none if it is damaged there. */
    private static byte[] unpacked(Path file) throws IOException {
        byte[] head = new byte[TextEncoding.HEAD];
        int filled = 0;
        try (InputStream raw = Files.newInputStream(file); InputStream in = new GZIPInputStream(raw)) {
            int n = 0;
            while (n >= 0 && filled < head.length) {
                filled += n;
                n = in.read(head, filled, head.length - filled);
            }
        } catch (EOFException | ZipException e) {
            // What comes before the damage counts.
            return Arrays.copyOf(head, filled);
        }
        return Arrays.copyOf(head, filled);
    }
}
