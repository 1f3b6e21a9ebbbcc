package org.reapscope.base.syntax;

/**
 * A name, a number or a sign.
 *
 * @param text as it is written; empty at the end
 * @param span where
 */
public record Lexeme(Kind kind, String text, Span span) {

    /** What a lexeme is. */
    public enum Kind {
        NAME, NUMBER, SIGN, END
    }

    /** As it is named in complaints. */
    public String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
