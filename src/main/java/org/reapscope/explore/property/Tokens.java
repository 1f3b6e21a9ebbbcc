package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a property, one after the other. */
final class Tokens {

    /** Words may have dots and hyphens inside: {@code task.mm}, {@code esrch-harmful}. A minus has blanks around it. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_.]*(?:-[A-Za-z0-9_.]+)*+)|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[()\\[\\],|!<>+=-]))");

    /** What a person can still read; longer ones would also take long to work out. */
    private static final int LONGEST = 4000;
    private static final int MOST_TOKENS = 500;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** One word or sign. */
    record Token(String text, boolean isWord, int column) {}

    Tokens(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw new PropertyException(text, 1, "it has " + text.length() + " letters; expected at most " + LONGEST + ", so ask it in parts");
        }
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
            if (tokens.size() > MOST_TOKENS) {
                throw new PropertyException(text, from + 1, "expected at most " + MOST_TOKENS + " names, numbers and signs, found more; ask it in parts");
            }
        }
        tokens.add(new Token("", false, end + 1));
    }

    /** Whether brackets and signs of negation stand nowhere more than so many deep. */
    void requireAtMostDeep(int deepest) {
        int open = 0;
        int negations = 0;
        for (Token token : tokens) {
            open += token.text.equals("(") ? 1 : token.text.equals(")") ? -1 : 0;
            negations = token.text.equals("!") ? negations + 1 : token.text.equals("(") ? negations : 0;
            if (open + negations > deepest) {
                throw at(token, "nested more than " + deepest + " deep; take brackets away, or ask it in parts");
            }
        }
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
