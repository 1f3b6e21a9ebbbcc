package org.reapscope.trace.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in another encoding, as UTF-8. What means nothing in it becomes U+FFFD. */
final class Utf8Stream extends InputStream {

    private static final int LETTERS = 16 * 1024;

    private final Reader in;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd});
    private final CharBuffer letters = CharBuffer.allocate(LETTERS).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * LETTERS).flip();
    private boolean ended;

    Utf8Stream(InputStream in, Charset charset) {
        this.in = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, bytes.remaining());
        bytes.get(to, from, n);
        return n;
    }

    private boolean fill() throws IOException {
        while (!bytes.hasRemaining() && !ended) {
            letters.compact();
            ended = in.read(letters) < 0;
            letters.flip();
            bytes.clear();
            encoder.encode(letters, bytes, ended);
            bytes.flip();
        }
        return bytes.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
