package org.reapscope.base.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.base.syntax.Lexeme.Kind;

/** Cuts a text into names, numbers and signs. */
final class Lexer {

    private static final String WORD = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String REST = "|(?<number>\\d+(?:\\.\\d+)?)|(?<sign>==|!=|<=|>=|&&|\\|\\||->|[-+*/%<>=!|?:()\\[\\].,])";
    private static final Pattern PLAIN = Pattern.compile("(?<word>" + WORD + ")" + REST);
    private static final Pattern HYPHENATED = Pattern.compile("(?<word>" + WORD + "(?:-+[A-Za-z0-9_]+)*+)" + REST);

    private Lexer() {}

    /** The lexemes, the end being the last one. */
    static List<Lexeme> read(String text, Dialect dialect) {
        int end = text.stripTrailing().length();
        if (text.length() > dialect.mostLetters()) {
            throw new SyntaxException(new Span(0, 1), "it has " + text.length() + " letters; expected at most " + dialect.mostLetters() + ", so "
                    + dialect.shorter());
        }
        List<Lexeme> lexemes = new ArrayList<>();
        Matcher matcher = (dialect.hyphens() ? HYPHENATED : PLAIN).matcher(text);
        for (int at = blanks(text, 0); at < end; at = blanks(text, matcher.end())) {
            matcher.region(at, end);
            if (!matcher.lookingAt()) {
                throw new SyntaxException(new Span(at, at + 1), "did not expect '" + Character.toString(text.codePointAt(at))
                        + "'; expected a name, a number or one of ( ) [ ] . , ! == != < <= > >= && || -> + - *");
            }
            Kind kind = matcher.group("word") != null ? Kind.NAME : matcher.group("number") != null ? Kind.NUMBER : Kind.SIGN;
            lexemes.add(new Lexeme(kind, matcher.group(), new Span(at, matcher.end())));
            if (lexemes.size() > dialect.mostLexemes()) {
                throw new SyntaxException(new Span(at, matcher.end()), "expected at most " + dialect.mostLexemes()
                        + " names, numbers and signs, found more; " + dialect.shorter());
            }
        }
        lexemes.add(new Lexeme(Kind.END, "", new Span(end, end)));
        return List.copyOf(lexemes);
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
