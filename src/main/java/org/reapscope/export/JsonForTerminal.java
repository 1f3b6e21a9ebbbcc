package org.reapscope.export;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

import org.reapscope.base.file.TerminalStream;
import org.reapscope.base.file.Untrusted;

/**
 * JSON on its way to a terminal, or to a program through it. What {@link TerminalStream} would replace is written as an
 * escape, which only texts can hold, so programs read what the capture had.
 */
public final class JsonForTerminal extends FilterWriter {

    private char high;

    public JsonForTerminal(Writer out) {
        super(out);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length).toCharArray(), 0, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        StringBuilder escaped = new StringBuilder(length + 16);
        for (int i = from; i < from + length; i++) {
            escape(text[i], escaped);
        }
        out.append(escaped);
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    /** The first half of a pair waits for the second. */
    private void escape(char c, StringBuilder escaped) {
        char before = high;
        high = Character.isHighSurrogate(c) ? c : 0;
        if (before != 0 && Character.isLowSurrogate(c)) {
            append(Character.toCodePoint(before, c), escaped);
            return;
        }
        if (before != 0) {
            append(before, escaped);
        }
        if (high == 0) {
            append(c, escaped);
        }
    }

    private static void append(int c, StringBuilder escaped) {
        if (c == '\n' || c == '\r' || Untrusted.isPlain(c)) {
            escaped.appendCodePoint(c);
        } else {
            for (char unit : Character.toChars(c)) {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
    }
}
