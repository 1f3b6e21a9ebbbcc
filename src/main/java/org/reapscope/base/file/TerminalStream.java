package org.reapscope.base.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8 on its way to a terminal. Lines and tabs pass; what a terminal would obey, or would show so that the rest
 * is misread, becomes what {@link Untrusted} makes of it. One thread at a time.
 */
public final class TerminalStream extends FilterOutputStream {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** The first bytes of a character whose others are still to come. */
    private byte[] begun = new byte[0];
    private boolean afterReturn;

    public TerminalStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(begun.length + length).put(begun).put(bytes, from, length).flip();
        CharBuffer text = CharBuffer.allocate(in.remaining());
        decoder.decode(in, text, false);
        begun = new byte[in.remaining()];
        in.get(begun);
        out.write(cleaned(text.flip()).getBytes(StandardCharsets.UTF_8));
    }

    private String cleaned(CharBuffer text) {
        StringBuilder clean = new StringBuilder(text.length() + 1);
        text.codePoints().forEach(c -> {
            if (afterReturn && c != '\n') {
                clean.append(' ');
            } else if (afterReturn) {
                clean.append('\r');
            }
            afterReturn = c == '\r';
            if (!afterReturn) {
                clean.appendCodePoint(c == '\n' || c == '\t' ? c : Untrusted.shown(c));
            }
        });
        return clean.toString();
    }
}
