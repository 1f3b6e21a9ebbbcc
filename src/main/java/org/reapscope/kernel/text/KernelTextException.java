package org.reapscope.kernel.text;

import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.SyntaxException;

/** Kernel text that cannot be read. The message has file, line and column, what was expected, and the line with a caret below. */
public final class KernelTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final int column;

    KernelTextException(String file, String text, SyntaxException cause) {
        super(file + ":" + cause.span().line(text) + ":" + cause.span().column(text) + ": " + cause.problem() + "\n" + cause.span().pointer(text), cause);
        Span span = cause.span();
        this.file = file;
        line = span.line(text);
        column = span.column(text);
    }

    /** The file's path in the tree. */
    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
