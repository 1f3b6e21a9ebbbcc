package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.scenario.term.Terms;

/** The words inside properties: facts, fields, tasks, locks, steps. Remembers which named facts were used. */
final class PropertyTerms {

    private final Vocabulary words;
    private final Terms terms = new Terms(this::known);
    private final Map<String, Fact> used = new LinkedHashMap<>();
    private boolean stable = true;

    PropertyTerms(Vocabulary words) {
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

    /** @throws SyntaxException if something in it is not known */
    Expr of(Syntax syntax) {
        return terms.of(syntax);
    }

    private Optional<Expr> known(Syntax syntax) {
        boolean fact = syntax.word().filter(word -> words.fact(word).isPresent()).isPresent();
        boolean joins = syntax instanceof Syntax.Group
                || syntax instanceof Syntax.Binary binary && (binary.operator() == Operator.OR || binary.operator() == Operator.AND);
        stable &= fact || joins;
        return switch (syntax) {
            case Syntax.Binary binary when binary.operator().compares() && binary.left().call("step").isPresent() ->
                    Optional.of(stepOf(binary, binary.left().call("step").get()));
            case Syntax.Name _, Syntax.Member _ -> Optional.of(word(syntax, syntax.word().orElseThrow(
                    () -> at(syntax, "there are no pointers here; write a field and its index, as in mm_users[victim-mm]"))));
            case Syntax.Index index -> Optional.of(field(index.of(), index.indexes(), index));
            case Syntax.Call call -> Optional.of(function(call));
            default -> Optional.empty();
        };
    }

    private Expr word(Syntax at, String name) {
        if (words.fact(name).isPresent()) {
            Fact fact = words.fact(name).get();
            used.put(name, fact);
            stable &= words.isKernelFact(name) || fact.latched();
            return fact.soFar();
        }
        if (name.equals("pages_left")) {
            return pagesLeft();
        }
        if (words.errno(name).isPresent()) {
            return Expr.of(words.errno(name).get());
        }
        return words.task(name).isPresent() ? Expr.of(words.task(name).get()) : field(at, List.of(), at);
    }

    private Expr field(Syntax name, List<Syntax> indexes, Syntax whole) {
        String word = name.word().orElse("");
        Field field = words.field(word).orElseThrow(() -> at(name, "nothing is called '" + word + "' here" + words.insteadOf(word)));
        return field.at(indexes(whole, indexes, field.name(), field.dims()).toArray(Expr[]::new));
    }

    /** Indexes may be left out where there is only one of everything. */
    private List<Expr> indexes(Syntax whole, List<Syntax> given, String what, List<Dim> dims) {
        List<Expr> index = new ArrayList<>();
        if (given.isEmpty() && dims.stream().allMatch(dim -> words.size(dim) == 1)) {
            dims.forEach(dim -> index.add(Expr.of(0)));
            return index;
        }
        if (given.size() != dims.size()) {
            Dim first = given.isEmpty() ? dims.stream().filter(dim -> words.size(dim) != 1).findFirst().orElseThrow() : dims.isEmpty() ? null : dims.getFirst();
            throw at(whole, first == null ? what + " has no index" : "say which " + first.word() + ": " + what + "["
                    + String.join(",", dims.stream().map(Dim::word).toList()) + "], with one of " + String.join(", ", words.names(first)));
        }
        for (int k = 0; k < dims.size(); k++) {
            Dim dim = dims.get(k);
            Syntax at = given.get(k);
            String name = at.word().orElseThrow(() -> at(at, "expected the name of a " + dim.word()));
            index.add(Expr.of(words.index(dim, name).orElseThrow(() -> at(at, "no " + dim.word() + " is called '" + name + "'; there are "
                    + String.join(", ", words.names(dim))))));
        }
        return index;
    }

    private Expr function(Syntax.Call call) {
        String name = call.function().word().orElse("");
        return switch (name) {
            case "ret" -> TaskFields.MRELEASE_RESULT.at(Expr.of(task(only(call))));
            case "freed_by" -> freedBy(task(only(call)));
            case "holder" -> holder(only(call));
            case "waits" -> waits(call);
            case "step" -> throw at(call, "expected '== ID' or '!= ID' behind step(..)");
            default -> throw words.fact(name).isPresent() || words.field(name).isPresent() || name.equals("pages_left")
                    ? at(call, "'" + name + "' takes nothing in brackets")
                    : PropertyParser.isForm(name) ? at(call, "'" + name + "(..)' stands around the whole property, not inside it")
                    : at(call.function(), "nothing is called '" + name + "' here" + words.insteadOf(name));
        };
    }

    private static Syntax only(Syntax.Call call) {
        if (call.arguments().size() != 1) {
            throw at(call, "expected one name in brackets");
        }
        return call.arguments().getFirst();
    }

    private Expr stepOf(Syntax.Binary compared, Syntax.Call step) {
        if (compared.operator() != Operator.EQUAL && compared.operator() != Operator.UNEQUAL) {
            throw at(compared.right(), "a step has no order; write == or !=");
        }
        Expr at = new Expr.At(Expr.of(task(only(step))), stepIds(compared.right()));
        return compared.operator() == Operator.EQUAL ? at : at.not();
    }

    List<String> stepIds(Syntax step) {
        String word = step.word().orElseThrow(() -> at(step, "expected a step's id or kernel function"));
        List<String> ids = words.steps(word);
        if (ids.isEmpty()) {
            throw at(step, "no step has the id or stands in the function '" + word + "'");
        }
        return ids;
    }

    int task(Syntax name) {
        String word = name.word().orElseThrow(() -> at(name, "expected the name of a task"));
        return words.task(word).orElseThrow(() -> at(name, "no task is called '" + word + "'; there are " + String.join(", ", words.names(Dim.TASK))));
    }

    private Lock lock(Syntax name) {
        String word = name.word().orElseThrow(() -> at(name, "expected the name of a lock"));
        return words.lock(word).orElseThrow(() -> at(name, "no lock is called '" + word + "'"));
    }

    /** The holding task's number, so that it can be compared with a task's name; -1 if nobody holds it exclusively. */
    private Expr holder(Syntax argument) {
        Syntax name = argument instanceof Syntax.Index index ? index.of() : argument;
        List<Syntax> given = argument instanceof Syntax.Index index ? index.indexes() : List.of();
        Lock lock = lock(name);
        return lock.holder().at(indexes(argument, given, lock.name(), lock.holder().dims()).toArray(Expr[]::new)).minus(1);
    }

    private Expr waits(Syntax.Call call) {
        if (call.arguments().size() != 2) {
            throw at(call, "expected waits(TASK, LOCK)");
        }
        Syntax name = call.arguments().get(1);
        return words.waits(task(call.arguments().getFirst()), lock(name)).orElseThrow(() -> at(name, "'" + name.word().orElse("")
                + "' has no queue; write step(TASK) == ID && holder(" + name.word().orElse("") + "[..]) >= 0"));
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

    private static SyntaxException at(Syntax syntax, String problem) {
        return new SyntaxException(syntax.span(), problem);
    }
}
