package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.explore.property.Tokens.Token;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;

/**
 * Reads the expressions inside properties, loosest first: {@code ||}, {@code &&}, comparisons, {@code + -}, then single
 * terms. Remembers which named facts were used.
 */
final class PropertyTerms {

    private static final Map<String, Op> COMPARISONS = Map.of("==", Op.EQ, "!=", Op.NE, "<", Op.LT, "<=", Op.LE, ">",
            Op.GT, ">=", Op.GE);

    private final Tokens tokens;
    private final Vocabulary words;
    private final Map<String, Fact> used = new LinkedHashMap<>();
    private boolean stable = true;

    PropertyTerms(Tokens tokens, Vocabulary words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** The named facts that were used. */
    Map<String, Fact> used() {
        return used;
    }

    /** Whether what was read is made of facts that stay true with "and" and "or" alone. */
    boolean isStable() {
        return stable;
    }

    Expr either() {
        Expr e = both();
        while (tokens.take("||")) {
            e = e.or(both());
        }
        return e;
    }

    private Expr both() {
        Expr e = comparison();
        while (tokens.take("&&")) {
            e = e.and(comparison());
        }
        return e;
    }

    private Expr comparison() {
        if (tokens.take("!")) {
            stable = false;
            return comparison().not();
        }
        if (tokens.peek().text().equals("step")) {
            return stepOf();
        }
        Expr left = sum();
        Op op = COMPARISONS.get(tokens.peek().text());
        if (op == null) {
            return left;
        }
        stable = false;
        tokens.next();
        return new Expr.Binary(op, left, sum());
    }

    private Expr sum() {
        Expr e = term();
        while (true) {
            if (tokens.take("+")) {
                stable = false;
                e = e.plus(term());
            } else if (tokens.take("-")) {
                stable = false;
                e = e.minus(term());
            } else {
                return e;
            }
        }
    }

    private Expr term() {
        if (tokens.take("(")) {
            Expr e = either();
            tokens.expect(")");
            return e;
        }
        Token token = tokens.word("a fact, a field, a number or '('");
        String name = token.text();
        if (!token.isWord()) {
            stable = false;
            return number(token);
        }
        if (words.fact(name).isPresent()) {
            Fact fact = words.fact(name).get();
            used.put(name, fact);
            stable &= words.isKernelFact(name) || fact.latched();
            return fact.soFar();
        }
        stable = false;
        return switch (name) {
            case "ret" -> TaskFields.MRELEASE_RESULT.at(Expr.of(taskInBrackets()));
            case "holder" -> holder();
            case "waits" -> waits();
            case "freed_by" -> freedBy(taskInBrackets());
            case "pages_left" -> pagesLeft();
            default -> plainWord(token);
        };
    }

    private Expr number(Token token) {
        try {
            return Expr.of(Integer.parseInt(token.text()));
        } catch (NumberFormatException e) {
            throw tokens.at(token, "expected a whole number of at most 9 digits, found '" + token.text() + "'");
        }
    }

    private Expr plainWord(Token token) {
        String name = token.text();
        if (words.errno(name).isPresent()) {
            return Expr.of(words.errno(name).get());
        }
        if (words.task(name).isPresent()) {
            return Expr.of(words.task(name).get());
        }
        Field field = words.field(name).orElseThrow(
                () -> tokens.at(token, "nothing is called '" + name + "' here" + words.insteadOf(name)));
        return field.at(indexes(token, field.name(), field.dims()).toArray(Expr[]::new));
    }

    /** Indexes in brackets; may be left out where there is only one of everything. */
    private List<Expr> indexes(Token name, String what, List<Dim> dims) {
        List<Expr> index = new ArrayList<>();
        if (tokens.take("[")) {
            for (Dim dim : dims) {
                if (!index.isEmpty()) {
                    tokens.expect(",");
                }
                Token word = tokens.word("the name of a " + dim.word());
                index.add(Expr.of(words.index(dim, word.text()).orElseThrow(() -> tokens.at(word, "no " + dim.word()
                        + " is called '" + word.text() + "'; there are " + String.join(", ", words.names(dim))))));
            }
            tokens.expect("]");
        } else {
            for (Dim dim : dims) {
                if (words.size(dim) != 1) {
                    throw tokens.at(name, "say which " + dim.word() + ": " + what + "["
                            + String.join(",", dims.stream().map(Dim::word).toList()) + "], with one of "
                            + String.join(", ", words.names(dim)));
                }
                index.add(Expr.of(0));
            }
        }
        return index;
    }

    private Expr stepOf() {
        stable = false;
        tokens.next();
        int task = taskInBrackets();
        boolean equal = tokens.take("==");
        if (!equal) {
            tokens.expect("!=");
        }
        Expr at = new Expr.At(Expr.of(task), stepIds());
        return equal ? at : at.not();
    }

    List<String> stepIds() {
        Token word = tokens.word("a step's id or kernel function");
        List<String> ids = words.steps(word.text());
        if (ids.isEmpty()) {
            throw tokens.at(word, "no step has the id or stands in the function '" + word.text() + "'");
        }
        return ids;
    }

    private int taskInBrackets() {
        tokens.expect("(");
        int task = task();
        tokens.expect(")");
        return task;
    }

    int task() {
        Token word = tokens.word("the name of a task");
        return words.task(word.text()).orElseThrow(() -> tokens.at(word, "no task is called '" + word.text()
                + "'; there are " + String.join(", ", words.names(Dim.TASK))));
    }

    private Lock lock() {
        Token word = tokens.word("the name of a lock");
        return words.lock(word.text()).orElseThrow(
                () -> tokens.at(word, "no lock is called '" + word.text() + "'"));
    }

    /** The holding task's number, so that it can be compared with a task's name; -1 if nobody holds it exclusively. */
    private Expr holder() {
        tokens.expect("(");
        Token name = tokens.peek();
        Lock lock = lock();
        Expr holder = lock.holder().at(indexes(name, lock.name(), lock.holder().dims()).toArray(Expr[]::new)).minus(1);
        tokens.expect(")");
        return holder;
    }

    private Expr waits() {
        tokens.expect("(");
        int task = task();
        tokens.expect(",");
        Token name = tokens.peek();
        Expr waits = words.waits(task, lock()).orElseThrow(() -> tokens.at(name, "'" + name.text()
                + "' has no queue; write step(TASK) == ID && holder(" + name.text() + "[..]) >= 0"));
        tokens.expect(")");
        return waits;
    }

    private static Expr freedBy(int task) {
        Expr.Var table = new Expr.Var("freed_table", Dim.TABLE);
        return Expr.count(table, TableFields.FREED_BY.at(table).eq(task + 1));
    }

    private static Expr pagesLeft() {
        Expr.Var table = new Expr.Var("left_table", Dim.TABLE);
        return Expr.sum(table, Expr.choose(TableFields.PRESENT.at(table).ne(0)
                .and(TableFields.isMapped(table).or(TableFields.isGathered(table))), TableFields.PAGE_COUNT.at(table),
                Expr.of(0)));
    }
}
