package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.explore.property.Property.Count;
import org.reapscope.explore.property.Property.Kind;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.expr.Expr;

/**
 * Reads properties:
 * <pre>
 * esrch                                    can it happen?  the same as reach(esrch)
 * never(use-after-free || double-zap)      also always(..), inevitable(..)
 * after(V11, mm_users >= 1)                whenever that step (or any of that kernel function) has just been taken
 * max(rises(pte-collision))                also min, mean; of rises(number), sum(number), or a number at the end
 * P(esrch | killer = 0.1, victim-0 = 2)    with these tasks slower or faster than the others
 * deadlock
 * </pre>
 * Expressions are made of named facts, fields ({@code mm_users[victim-mm]}), {@code step(task) == id},
 * {@code ret(task) == ESRCH}, {@code holder(lock[index]) == task}, {@code waits(task, lock)}, {@code freed_by(task)},
 * {@code pages_left}, numbers, {@code ! && || == != < <= > >= + -} and brackets. What may cease to hold is latched: a
 * property asks whether it ever held.
 */
public final class PropertyParser {

    private static final String DEADLOCK = "deadlock";
    /** Brackets in brackets, and one {@code !} behind the other. */
    private static final int DEEPEST = 50;
    private static final double SLOWEST = 1e-6;
    private static final double FASTEST = 1e6;
    private static final Map<String, Kind> KINDS = Map.of("reach", Kind.REACH, "never", Kind.NEVER, "always", Kind.ALWAYS,
            "inevitable", Kind.INEVITABLE, "after", Kind.AFTER, "max", Kind.MAX, "min", Kind.MIN, "mean", Kind.MEAN,
            "P", Kind.PROBABILITY);

    private final String text;
    private final Vocabulary words;
    private final Tokens tokens;
    private final PropertyTerms terms;
    private final Map<String, Double> speeds = new LinkedHashMap<>();
    private List<String> steps = List.of();
    private Count count = Count.AT_END;

    private PropertyParser(String text, Vocabulary words) {
        this.text = text;
        this.words = words;
        this.tokens = tokens(text);
        this.terms = new PropertyTerms(tokens, words);
    }

    /**
     * Reads a property.
     *
     * @throws PropertyException if it cannot be understood
     */
    public static Property parse(String text, Vocabulary words) {
        return new PropertyParser(text.strip(), words).parse();
    }

    /**
     * Reads a text as far as that can be done without knowing a machine.
     *
     * @throws PropertyException if it is too long, nested too deeply, or has signs that no property has
     */
    public static void requireReadable(String text) {
        tokens(text.strip());
    }

    private static Tokens tokens(String text) {
        Tokens tokens = new Tokens(text);
        tokens.requireAtMostDeep(DEEPEST);
        return tokens;
    }

    private Property parse() {
        Kind kind = KINDS.getOrDefault(tokens.peek().text(), Kind.REACH);
        boolean bare = !KINDS.containsKey(tokens.peek().text());
        if (!bare) {
            tokens.next();
            tokens.expect("(");
        }
        Property property = body(kind);
        if (!bare) {
            tokens.expect(")");
        }
        if (!tokens.isAtEnd()) {
            throw tokens.expected("the end of the property");
        }
        return property;
    }

    private Property body(Kind kind) {
        if (tokens.peek().text().equals(DEADLOCK) && (kind == Kind.REACH || kind == Kind.NEVER)) {
            tokens.next();
            return new Property(text, Kind.DEADLOCK, List.of(), "", List.of(), count, speeds);
        }
        if (kind == Kind.AFTER) {
            steps = terms.stepIds();
            tokens.expect(",");
        }
        boolean number = kind == Kind.MAX || kind == Kind.MIN || kind == Kind.MEAN;
        boolean counted = number && (counts("rises", Count.RISES) || counts("sum", Count.SUM));
        Expr e = terms.either();
        if (counted) {
            tokens.expect(")");
        }
        if (kind == Kind.PROBABILITY && tokens.take("|")) {
            speeds();
        }
        Fact fact = switch (kind) {
            case MAX, MIN, MEAN, AFTER -> Fact.now(name(kind), e);
            case ALWAYS -> Fact.ever(name(kind), e.not());
            case REACH, NEVER, INEVITABLE, PROBABILITY, DEADLOCK -> asked(e, name(kind));
        };
        List<Fact> wants = new ArrayList<>(terms.used().values());
        if (!wants.contains(fact)) {
            wants.add(fact);
        }
        return new Property(text, kind, wants, fact.name(), steps, count, speeds);
    }

    private boolean counts(String word, Count as) {
        if (tokens.peek().text().equals(word)) {
            tokens.next();
            tokens.expect("(");
            count = as;
            return true;
        }
        return false;
    }

    /** A single named fact is asked for by itself; anything else gets a fact of its own, latched if it may cease to hold. */
    private Fact asked(Expr e, String name) {
        for (Fact fact : terms.used().values()) {
            if (e.equals(fact.soFar()) && (fact.latched() || words.isKernelFact(fact.name()))) {
                return fact;
            }
        }
        return terms.isStable() ? Fact.now(name, e) : Fact.ever(name, e);
    }

    private String name(Kind kind) {
        return kind == Kind.ALWAYS ? "not " + text : text;
    }

    private void speeds() {
        do {
            String name = tokens.peek().text();
            terms.task();
            tokens.expect("=");
            Tokens.Token speed = tokens.word("a speed above 0");
            double value = speed.isWord() ? 0 : Double.parseDouble(speed.text());
            if (!(value >= SLOWEST && value <= FASTEST)) {
                throw tokens.at(speed, "expected a speed above 0, from 0.000001 to 1000000, found '" + speed.text() + "'");
            }
            speeds.put(name, value);
        } while (tokens.take(","));
    }
}
