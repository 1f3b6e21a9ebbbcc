package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.base.syntax.Dialect;
import org.reapscope.base.syntax.Dialect.Arrow;
import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Reader;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
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
 * {@code pages_left}, numbers, {@code ! && || -> == != < <= > >= + - * ? :} and brackets; {@code not and or implies} are the
 * same as the signs. What may cease to hold is latched: a property asks whether it ever held.
 */
public final class PropertyParser {

    private static final String DEADLOCK = "deadlock";
    /** What a person can still read; longer ones would also take long to work out. */
    private static final Dialect DIALECT = new Dialect(true, Arrow.IMPLIES, 4000, 500, 50, "a fact, a field, a number or '('", "ask it in parts",
            "take brackets away, or ask it in parts");
    private static final double SLOWEST = 1e-6;
    private static final double FASTEST = 1e6;
    private static final Map<String, Kind> KINDS = Map.of("reach", Kind.REACH, "never", Kind.NEVER, "always", Kind.ALWAYS,
            "inevitable", Kind.INEVITABLE, "after", Kind.AFTER, "max", Kind.MAX, "min", Kind.MIN, "mean", Kind.MEAN,
            "P", Kind.PROBABILITY);

    private final String text;
    private final Vocabulary words;
    private final PropertyTerms terms;
    private final Map<String, Double> speeds = new LinkedHashMap<>();
    private List<String> steps = List.of();
    private Count count = Count.AT_END;

    private PropertyParser(String text, Vocabulary words) {
        this.text = text;
        this.words = words;
        this.terms = new PropertyTerms(words);
    }

    /**
     * Reads a property.
     *
     * @throws PropertyException if it cannot be understood
     */
    public static Property parse(String text, Vocabulary words) {
        String stripped = text.strip();
        try {
            return new PropertyParser(stripped, words).parse(read(stripped));
        } catch (SyntaxException e) {
            throw new PropertyException(stripped, e.span(), e.problem());
        }
    }

    /**
     * Reads a text as far as that can be done without knowing a machine.
     *
     * @throws PropertyException if it is too long, nested too deeply, or is no expression
     */
    public static void requireReadable(String text) {
        try {
            read(text.strip());
        } catch (SyntaxException e) {
            throw new PropertyException(text.strip(), e.span(), e.problem());
        }
    }

    /** Whether a word stands around a whole property. */
    static boolean isForm(String word) {
        return KINDS.containsKey(word);
    }

    private static Syntax read(String text) {
        Reader reader = new Reader(text, DIALECT);
        Syntax syntax = reader.expression();
        if (!reader.isAtEnd()) {
            throw reader.expected("the end of the property");
        }
        return syntax;
    }

    private Property parse(Syntax syntax) {
        if (syntax instanceof Syntax.Call call && call.function() instanceof Syntax.Name name && KINDS.containsKey(name.text())) {
            return body(KINDS.get(name.text()), call);
        }
        return body(Kind.REACH, syntax);
    }

    private Property body(Kind kind, Syntax.Call call) {
        List<Syntax> arguments = new ArrayList<>(call.arguments());
        if (kind == Kind.AFTER && arguments.size() == 2) {
            steps = terms.stepIds(arguments.removeFirst());
        } else if (kind == Kind.PROBABILITY && !arguments.isEmpty()) {
            arguments = conditions(arguments);
        }
        if (arguments.size() != 1 || kind == Kind.AFTER && steps.isEmpty()) {
            throw new SyntaxException(call.span(), "expected " + (kind == Kind.AFTER ? "after(STEP, PROPERTY)" : "one property in brackets"));
        }
        return body(kind, arguments.getFirst());
    }

    private Property body(Kind kind, Syntax asked) {
        if (asked.word().filter(DEADLOCK::equals).isPresent() && (kind == Kind.REACH || kind == Kind.NEVER)) {
            return new Property(text, Kind.DEADLOCK, List.of(), "", List.of(), count, speeds);
        }
        boolean number = kind == Kind.MAX || kind == Kind.MIN || kind == Kind.MEAN;
        Expr e = terms.of(number ? counted(asked) : asked);
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

    /** What is counted along the run, if that is asked for. */
    private Syntax counted(Syntax asked) {
        for (Map.Entry<String, Count> form : Map.of("rises", Count.RISES, "sum", Count.SUM).entrySet()) {
            if (asked.call(form.getKey()).filter(call -> call.arguments().size() == 1).isPresent()) {
                count = form.getValue();
                return asked.call(form.getKey()).get().arguments().getFirst();
            }
        }
        return asked;
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

    /** Takes the speeds behind the bar; what is left is what is asked. */
    private List<Syntax> conditions(List<Syntax> arguments) {
        if (!(arguments.getFirst() instanceof Syntax.Binary given && given.operator() == Operator.GIVEN)) {
            return arguments;
        }
        speed(given.right());
        arguments.stream().skip(1).forEach(this::speed);
        return List.of(given.left());
    }

    private void speed(Syntax syntax) {
        if (!(syntax instanceof Syntax.Binary set && set.operator() == Operator.ASSIGN)) {
            throw new SyntaxException(syntax.span(), "expected TASK = SPEED");
        }
        terms.task(set.left());
        double value = set.right() instanceof Syntax.Number digits ? Double.parseDouble(digits.digits()) : 0;
        if (!(value >= SLOWEST && value <= FASTEST)) {
            throw new SyntaxException(set.right().span(), "expected a speed above 0, from 0.000001 to 1000000, found '"
                    + text.substring(set.right().span().start(), set.right().span().end()) + "'");
        }
        speeds.put(set.left().word().orElseThrow(), value);
    }
}
