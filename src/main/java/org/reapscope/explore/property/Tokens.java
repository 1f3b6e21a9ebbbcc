package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a property, one after the other. */
final class Tokens {

    /** Words may have dots and hyphens inside: {@code task.mm}, {@code esrch-harmful}. A minus has blanks around it. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_.]*(?:-[A-Za-z0-9_.]+)*)|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[()\\[\\],|!<>+=-]))");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** One word or sign. */
    record Token(String text, boolean isWord, int column) {}

    Tokens(String text) {
        this.text = text;
        Matcher m = TOKEN.matcher(text);
        int from = 0;
        int end = text.stripTrailing().length();
        while (from < end) {
            m.region(from, end);
            if (!m.lookingAt()) {
                throw new PropertyException(text, from + 1, "did not expect '" + text.substring(from).strip().charAt(0)
                        + "'; expected a name, a number or one of ( ) [ ] , ! == != < <= > >= && || + -");
            }
            String token = m.group().strip();
            tokens.add(new Token(token, m.group("word") != null, m.end() - token.length() + 1));
            from = m.end();
        }
        tokens.add(new Token("", false, end + 1));
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean isAtEnd() {
        return peek().text.isEmpty();
    }

    /** Takes the sign if it comes next. */
    boolean take(String sign) {
        if (!peek().isWord && peek().text.equals(sign)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String sign) {
        if (!take(sign)) {
            throw expected("'" + sign + "'");
        }
    }

    /** Takes a word or a number. */
    Token word(String what) {
        Token token = peek();
        if (!token.isWord && !token.text.matches("\\d.*")) {
            throw expected(what);
        }
        return next();
    }

    PropertyException expected(String what) {
        return at(peek(), "expected " + what + ", found " + (isAtEnd() ? "the end" : "'" + peek().text + "'"));
    }

    PropertyException at(Token token, String what) {
        return new PropertyException(text, token.column, what);
    }
}
