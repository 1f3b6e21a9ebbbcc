package org.reapscope.base.syntax;

/**
 * A part of a text.
 *
 * @param start of its first letter, from 0
 * @param end behind its last one
 */
public record Span(int start, int end) {

    /** From the beginning of this one to the end of the other. */
    Span to(Span last) {
        return new Span(start, last.end);
    }

    /** The line in which it begins, from 1. */
    public int line(String text) {
        return 1 + (int) text.substring(0, Math.min(start, text.length())).chars().filter(c -> c == '\n').count();
    }

    /** The column in which it begins, from 1. */
    public int column(String text) {
        return start - text.lastIndexOf('\n', start - 1);
    }

    /** The line in which it begins, and a caret below it. */
    public String pointer(String text) {
        int from = start - column(text) + 1;
        int lineEnd = text.indexOf('\n', from);
        String line = text.substring(from, lineEnd < 0 ? text.length() : lineEnd);
        int carets = Math.max(1, Math.min(end, from + line.length()) - start);
        return line.replace('\t', ' ') + "\n" + " ".repeat(start - from) + "^".repeat(carets);
    }
}
