package org.reapscope.app.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.reapscope.base.file.TextEncoding;

/** How many lines the text of a file has: counted without the readers that are tried. */
final class LineCount {

    private static final int BLOCK = 1 << 16;

    private LineCount() {}

    /** Counts; -1 for a packed file that is damaged, of which nobody knows how far it can be read. */
    static long of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean gzip = bytes.length > 1 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
        InputStream packed = new ByteArrayInputStream(bytes);
        try {
            return lines(gzip ? new GZIPInputStream(packed, BLOCK) : packed);
        } catch (EOFException | ZipException e) {
            return -1;
        }
    }

    private static long lines(InputStream in) throws IOException {
        BufferedInputStream text = new BufferedInputStream(in, BLOCK);
        text.mark(BLOCK);
        byte[] head = text.readNBytes(TextEncoding.HEAD);
        text.reset();
        TextEncoding encoding = TextEncoding.of(head);
        text.skipNBytes(encoding.mark(head));
        // A byte is a letter where line ends are single bytes.
        return ends(new InputStreamReader(text, encoding == TextEncoding.UTF_8 ? StandardCharsets.ISO_8859_1 : encoding.charset()));
    }

    private static long ends(Reader in) throws IOException {
        char[] letters = new char[BLOCK];
        long lines = 0;
        char last = '\n';
        for (int n = in.read(letters); n > 0; n = in.read(letters)) {
            for (int i = 0; i < n; i++) {
                lines += letters[i] == '\n' ? 1 : 0;
            }
            last = letters[n - 1];
        }
        return last == '\n' ? lines : lines + 1;
    }
}
