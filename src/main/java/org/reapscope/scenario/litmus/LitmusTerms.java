package org.reapscope.scenario.litmus;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.reapscope.base.syntax.Dialect;
import org.reapscope.base.syntax.Dialect.Arrow;
import org.reapscope.base.syntax.Reader;
import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.base.words.Spelling;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.scenario.term.Terms;

/**
 * The words of a litmus program: variables, {@code THREAD.local}, {@code done(THREAD)}, {@code at(THREAD, STEP)}. What
 * stands between them is read by {@link Reader}.
 */
final class LitmusTerms {

    private static final int SHOWN = 100;
    private static final Dialect DIALECT = new Dialect(true, Arrow.IMPLIES, 2000, 300, 40, "a name, a number or '('",
            "write it in several steps", "write it in a simpler way");

    private final String text;
    private final Names names;
    private final Terms terms = new Terms(this::words);
    private final Reader reader;

    LitmusTerms(String text, Names names) {
        this.text = text;
        this.names = names;
        this.reader = told(() -> new Reader(text, DIALECT));
    }

    LitmusException wrong(String problem) {
        return new LitmusException("\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "\": " + problem);
    }

    private <T> T told(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SyntaxException e) {
            throw wrong("column " + e.span().column(text) + ": " + e.problem());
        }
    }

    /** The next word. */
    String word() {
        return told(() -> reader.name("a word")).text();
    }

    /** Takes the token if it is next. */
    boolean take(String token) {
        return reader.take(token);
    }

    /** Nothing may follow. */
    void end() {
        if (!reader.isAtEnd()) {
            throw wrong("column " + reader.peek().span().column(text) + ": " + reader.peek().shown() + " is too much");
        }
    }

    Expr expression() {
        return told(() -> terms.of(reader.expression()));
    }

    private Optional<Expr> words(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name name -> Optional.of(names.place(name.text())
                    .orElseThrow(() -> at(name.span(), "no variable is called '" + name.text() + "'" + instead(name.text()))));
            case Syntax.Member(Syntax.Name thread, String local, boolean _, Span span) -> Optional.of(names.place(thread(thread), local)
                    .orElseThrow(() -> at(span, "no thread has a variable '" + local + "'" + instead(local))));
            case Syntax.Call call when call.call("done").isPresent() -> {
                int thread = thread(argument(call, 0, 1));
                yield Optional.of(Expr.at(Expr.of(thread), names.steps(thread).toArray(String[]::new)).not());
            }
            case Syntax.Call call when call.call("at").isPresent() -> {
                int thread = thread(argument(call, 0, 2));
                yield Optional.of(Expr.at(Expr.of(thread), step(thread, argument(call, 1, 2))));
            }
            case Syntax.Call call -> throw at(call.span(), "there are the functions done(THREAD) and at(THREAD, STEP) alone");
            default -> Optional.empty();
        };
    }

    private static Syntax argument(Syntax.Call call, int index, int wanted) {
        if (call.arguments().size() != wanted) {
            throw at(call.span(), "expected " + (wanted == 1 ? "the name of a thread" : "the names of a thread and a step") + " in brackets");
        }
        return call.arguments().get(index);
    }

    private int thread(Syntax name) {
        String word = name.word().orElse("");
        int thread = names.thread(word);
        if (thread < 0) {
            throw at(name.span(), "no thread is called '" + shown(name) + "'" + Spelling.hint(word, names.threads()));
        }
        return thread;
    }

    private String step(int thread, Syntax name) {
        List<String> steps = names.steps(thread);
        String word = name.word().orElse("");
        if (!steps.contains(word)) {
            throw at(name.span(), "the thread has no step '" + shown(name) + "'; it has " + String.join(", ", steps));
        }
        return word;
    }

    private String shown(Syntax part) {
        return text.substring(part.span().start(), part.span().end());
    }

    private String instead(String name) {
        return Spelling.hint(name, names.words()) + "; the names are " + names.known();
    }

    private static SyntaxException at(Span span, String problem) {
        return new SyntaxException(span, problem);
    }
}
