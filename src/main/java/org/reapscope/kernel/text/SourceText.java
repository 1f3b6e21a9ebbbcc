package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.base.syntax.Lexeme;
import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.SyntaxException;

/**
 * A file of kernel text cut into lexemes and comments. A relative label that is an argument is one name. The sign {@code &} before an operand is left out: where a lock is meant,
 * its place is enough.
 *
 * @param path as in the kernel's tree, {@code kernel/exit.c}
 * @param lexemes the end being the last one
 * @param comments in their order
 */
record SourceText(String path, String text, List<Lexeme> lexemes, List<Comment> comments) {

    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+)|/\\*\\*(?<words>.*?)\\*/|/\\*(?<why>.*?)\\*/|//(?<title>[^\\n]*)"
            + "|(?<name>(?:(?<=[(,]\\s?)\\.)?[A-Za-z_][A-Za-z0-9_]*)|(?<number>\\d+(?:\\.\\d+)?)"
            + "|(?<sign>->|\\+\\+|--|\\+=|-=|==|!=|<=|>=|&&|\\|\\||[-+*/%<>=!?:()\\[\\]{};.,&])", Pattern.DOTALL);

    static SourceText of(String path, String text) {
        List<Lexeme> lexemes = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        Matcher token = TOKEN.matcher(text).useTransparentBounds(true);
        int at = 0;
        while (at < text.length()) {
            token.region(at, text.length());
            if (!token.lookingAt()) {
                throw new SyntaxException(new Span(at, at + 1), "did not expect '" + Character.toString(text.codePointAt(at)) + "' here");
            }
            Span span = new Span(at, token.end());
            comment(token, span).ifPresent(comments::add);
            lexeme(token, span).filter(l -> !l.text().equals("&")).ifPresent(lexemes::add);
            at = token.end();
        }
        lexemes.add(new Lexeme(Lexeme.Kind.END, "", new Span(at, at)));
        return new SourceText(path, text, List.copyOf(lexemes), List.copyOf(comments));
    }

    private static Optional<Comment> comment(Matcher token, Span span) {
        for (Comment.Kind kind : Comment.Kind.values()) {
            String found = token.group(switch (kind) {
                case WORDS -> "words";
                case WHY -> "why";
                case TITLE -> "title";
            });
            if (found != null) {
                return Optional.of(new Comment(kind, found.replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip(), span));
            }
        }
        return Optional.empty();
    }

    private static Optional<Lexeme> lexeme(Matcher token, Span span) {
        return token.group("name") != null ? Optional.of(new Lexeme(Lexeme.Kind.NAME, token.group(), span))
                : token.group("number") != null ? Optional.of(new Lexeme(Lexeme.Kind.NUMBER, token.group(), span))
                : token.group("sign") != null ? Optional.of(new Lexeme(Lexeme.Kind.SIGN, token.group(), span)) : Optional.empty();
    }

    /** The comments of a label: those that stand between {@code from} and the label, and a title behind it on its line. */
    List<Comment> around(int from, Span label) {
        int lineEnd = text.indexOf('\n', label.end());
        int end = lineEnd < 0 ? text.length() : lineEnd;
        return comments.stream().filter(c -> c.kind() != Comment.Kind.TITLE && c.span().start() >= from && c.span().end() <= label.start()
                || c.kind() == Comment.Kind.TITLE && c.span().start() >= label.end() && c.span().start() < end).toList();
    }
}
