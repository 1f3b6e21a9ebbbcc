package org.reapscope.explore.property;

import org.reapscope.base.syntax.Span;

/** A property that cannot be understood; the message says where, what was expected, and how it could be written. */
public final class PropertyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Of a longer property only what stands around the column is shown. */
    private static final int SHOWN = 100;

    private final String pointer;

    /** A message in words, with the column counted from 1. */
    PropertyException(String text, Span span, String what) {
        super("property \"" + around(text, span.column(text)) + "\", column " + span.column(text) + ": " + what);
        pointer = span.pointer(text);
    }

    /** The line that is meant, and a caret below what is wrong in it. */
    public String pointer() {
        return pointer;
    }

    private static String around(String text, int column) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int from = Math.clamp(column - 1 - SHOWN / 2L, 0, text.length() - SHOWN);
        return (from > 0 ? "..." : "") + text.substring(from, from + SHOWN) + (from + SHOWN < text.length() ? "..." : "");
    }
}
