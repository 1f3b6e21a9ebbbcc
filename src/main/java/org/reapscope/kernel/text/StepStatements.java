package org.reapscope.kernel.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Phase;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;

/** What the statements inside of a step do: change the state, wait, lock, trace, cost, go elsewhere. */
final class StepStatements {

    private final Expressions expressions;
    private final Tracepoints tracepoints;
    private final Map<String, Declaration.Function> effects = new HashMap<>();

    StepStatements(Expressions expressions, Tracepoints tracepoints) {
        this.expressions = expressions;
        this.tracepoints = tracepoints;
    }

    /** A function that is a list of statements without steps. */
    void add(Declaration.Function effect) {
        effects.put(effect.name().text(), effect);
    }

    /**
     * Adds what a statement does.
     *
     * @param built waits, locks, cost and the like
     * @param part changes, tracepoints and jumps
     * @param target the line that a label names; the end of the function for null
     */
    void lower(Statement statement, Scope scope, MicroStep.Builder built, Part part, Function<@Nullable String, String> target) {
        switch (statement) {
            case Statement.Evaluate(Syntax.Binary(Operator operator, Syntax left, Syntax right, var _), var span) when operator == Operator.ASSIGN -> {
                Value place = expressions.place(left, scope);
                part.does(((Expr.Read) place.expr()).set(expressions.assigned(right, place.type(), scope)), span);
            }
            case Statement.Evaluate(Syntax.Call call, var _) -> call(call, scope, built, part, target);
            case Statement.Evaluate(Syntax other, var _) -> throw new SyntaxException(other.span(), "expected a statement: an assignment, a call, if, goto");
            case Statement.Count(Syntax counted, boolean up, var span) -> {
                Expr.Read place = (Expr.Read) expressions.place(counted, scope).expr();
                part.does(up ? place.increment() : place.decrement(), span);
            }
            case Statement.Branch(Syntax condition, List<Statement> then, List<Statement> otherwise, var span) -> {
                Expr holds = expressions.holds(condition, scope);
                if (holds instanceof Expr.Const(int known)) {
                    part.then(inner(known != 0 ? then : otherwise, scope, built, target), span);
                } else {
                    part.branches(holds, inner(then, scope, built, target), inner(otherwise, scope, built, target), span);
                }
            }
            case Statement.Loop loop -> loop(loop, scope, built, part, target);
            case Statement.Goto to -> part.jumps(target.apply(to.label()));
            case Statement.Return(Syntax value, var span) -> {
                if (value != null) {
                    throw new SyntaxException(span, "a step returns nothing; put the result into current->mrelease_result or the like before");
                }
                part.jumps(target.apply(null));
            }
            case Statement.Label label -> throw new SyntaxException(label.span(), "a label stands at the outermost level of its function");
        }
    }

    private Part inner(List<Statement> body, Scope scope, MicroStep.Builder built, Function<@Nullable String, String> target) {
        Part part = new Part();
        body.forEach(statement -> lower(statement, scope, built, part, target));
        return part;
    }

    private void loop(Statement.Loop loop, Scope scope, MicroStep.Builder built, Part part, Function<@Nullable String, String> target) {
        String name = loop.head().function().word().orElse("");
        Dim dim = Quantifier.loop(name).orElseThrow(() -> new SyntaxException(loop.span(), "there is no loop " + name
                + "; there are for_each_task, for_each_group, for_each_mm, for_each_vma, for_each_pt"));
        if (loop.head().arguments().size() != 2 || !(loop.head().arguments().getFirst() instanceof Syntax.Name variable)) {
            throw new SyntaxException(loop.span(), "expected the name of a variable and for which ones, as in for_each_task (t, t->signal == target)");
        }
        Syntax where = loop.head().arguments().get(1);
        Expr.Var var = scope.fresh(variable.text(), dim);
        Scope each = scope.with(variable.text(), new Value(var, Type.place(dim)));
        Part body = inner(loop.body(), each, built, target);
        if (!body.jumps().isEmpty()) {
            throw new SyntaxException(loop.span(), "a loop inside of a step goes nowhere");
        }
        if (!body.effects().isEmpty()) {
            part.does(new Effect.Each(var, expressions.holds(where, each), body.effects()), loop.span());
        }
        if (!body.traces().isEmpty()) {
            Scope traced = scope.with(variable.text(), new Value(TraceCall.EACH, Type.place(dim)));
            inner(loop.body(), traced, built, target).traces().forEach(trace -> part.traces(trace.forEach(dim, expressions.holds(where, traced))));
        }
    }

    private void call(Syntax.Call call, Scope scope, MicroStep.Builder built, Part part, Function<@Nullable String, String> target) {
        String name = call.function().word().orElseThrow(() -> new SyntaxException(call.span(), "expected the name of a function"));
        Optional<TraceCall> trace = tracepoints.of(name, call, scope);
        if (trace.isPresent()) {
            part.traces(trace.get());
            return;
        }
        Declaration.Function effect = effects.get(name);
        if (effect != null) {
            Scope inner = expressions.arguments(effect, call, scope);
            effect.body().forEach(statement -> lower(statement, inner, built, part, target));
            return;
        }
        switch (name) {
            case "await" -> built.when(expressions.holds(argument(call, 0), scope), word(call, 1, Wait.class));
            case "spin_lock" -> {
                Expressions.LockPlace place = expressions.lock(argument(call, 0), scope);
                SpinLock lock = spinlock(place, call);
                built.locks(lock, place.index(), Lock.Mode.WRITE, Lock.Act.ACQUIRE).preempt(Preempt.NO).when(lock.isFree(place.index()), Wait.SPIN);
                part.does(lock.take(place.index()), call.span());
            }
            case "spin_unlock" -> {
                Expressions.LockPlace place = expressions.lock(argument(call, 0), scope);
                built.locks(place.lock(), place.index(), Lock.Mode.WRITE, Lock.Act.RELEASE);
                part.does(spinlock(place, call).drop(place.index()), call.span());
            }
            case "guard" -> {
                Expressions.LockPlace place = expressions.lock(argument(call, 0), scope);
                built.locks(place.lock(), place.index(), Lock.Mode.WRITE, Lock.Act.ACQUIRE).when(spinlock(place, call).isFree(place.index()), Wait.SPIN);
            }
            case "lockdep" -> {
                Expressions.LockPlace place = expressions.lock(argument(call, 0), scope);
                built.locks(place.lock(), place.index(), word(call, 1, Lock.Mode.class), word(call, 2, Lock.Act.class));
            }
            case "cost" -> built.costs(word(call, 0, Cost.Kind.class), call.arguments().size() < 2 ? Expr.of(1) : expressions.of(argument(call, 1), scope).expr());
            case "stands_in" -> built.function(argument(call, 0).word().orElseThrow(() -> new SyntaxException(call.span(), "expected the name of a kernel function")));
            case "phase" -> built.phase(word(call, 0, Phase.class));
            case "preempt_disable" -> built.preempt(Preempt.NO);
            case "might_sleep" -> built.preempt(Preempt.MAY_SLEEP);
            default -> throw new SyntaxException(call.span(), "nothing is called '" + name + "' here");
        }
    }

    private static SpinLock spinlock(Expressions.LockPlace place, Syntax.Call call) {
        if (place.lock() instanceof SpinLock lock) {
            return lock;
        }
        throw new SyntaxException(call.span(), "expected a spinlock, found " + place.lock().name());
    }

    private static Syntax argument(Syntax.Call call, int index) {
        if (index < call.arguments().size()) {
            return call.arguments().get(index);
        }
        throw new SyntaxException(call.span(), "expected one argument more");
    }

    private static <E extends Enum<E>> E word(Syntax.Call call, int index, Class<E> kind) {
        Syntax given = argument(call, index);
        String word = given.word().orElse("").toUpperCase(Locale.ROOT);
        return Stream.of(kind.getEnumConstants()).filter(e -> e.name().equals(word)).findFirst().orElseThrow(() -> new SyntaxException(given.span(),
                "expected one of " + Stream.of(kind.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
    }
}
