package org.reapscope.base.syntax;

/** A text that cannot be read. The message says what was expected and what was found; the span says where. */
public final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    public SyntaxException(Span span, String problem) {
        super(problem);
        start = span.start();
        end = span.end();
    }

    public Span span() {
        return new Span(start, end);
    }

    /** What is wrong, in words. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
