package org.reapscope.base.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people write: read as text, or refused with the reason. */
public final class TextFile {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private TextFile() {}

    /**
     * The text of a file in UTF-8 or UTF-16, without its byte order mark.
     *
     * @param name what the file is called in complaints
     * @param largest more bytes than these are refused, unread
     * @throws NotTextException if the file is larger, packed, or in another encoding
     * @throws IOException if it cannot be read
     */
    public static String read(Path file, String name, int largest) throws IOException {
        if (Files.isDirectory(file)) {
            throw new NotTextException(name, 0, "this is a folder", "name a file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest);
            if (bytes.length == largest && in.read() >= 0) {
                throw new NotTextException(name, 0, "it has more than " + largest / 1_000_000 + " million bytes, which no such file needs",
                        "name another file");
            }
            return decode(bytes, name);
        }
    }

    /** The text that these bytes are. */
    static String decode(byte[] bytes, String name) throws NotTextException {
        if (bytes.length > 1 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND) {
            throw new NotTextException(name, 0, "it is packed with gzip", "unpack it first, as in: zcat FILE.gz > FILE; if it is a capture, analyze reads it as it is");
        }
        TextEncoding encoding = TextEncoding.of(bytes);
        int mark = encoding.mark(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length - mark);
        CoderResult result = encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw wrong(encoding, bytes, in.position(), out, name);
        }
        return out.toString();
    }

    private static NotTextException wrong(TextEncoding encoding, byte[] bytes, int at, CharBuffer before, String name) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.toString().lastIndexOf('\n');
        String where = "the byte 0x%02x at column %d is not %s".formatted(bytes[at] & 0xff, column, encoding.title());
        return encoding == TextEncoding.UTF_8 && !zeros(bytes)
                ? new NotTextException(name, line, where + "; the file looks like Latin-1 or Windows-1252",
                        "save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW")
                : new NotTextException(name, line, where, "save the file as UTF-8");
    }

    private static boolean zeros(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
    }
}
