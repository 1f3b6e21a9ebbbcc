package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Trees;

/** What the statements of a step, or of one of its branches, come to. */
final class Part {

    private final List<Effect> effects = new ArrayList<>();
    private final List<MicroStep.Jump> jumps = new ArrayList<>();
    private final List<TraceCall> traces = new ArrayList<>();

    List<Effect> effects() {
        return effects;
    }

    List<MicroStep.Jump> jumps() {
        return jumps;
    }

    List<TraceCall> traces() {
        return traces;
    }

    /** Nothing is changed any more once the step may have gone elsewhere. */
    void does(Effect effect, Span span) {
        if (!jumps.isEmpty()) {
            throw new SyntaxException(span, "expected nothing that changes the state behind a goto; put it before, or give it a label of its own");
        }
        effects.add(effect);
    }

    void jumps(String to) {
        jumps.add(new MicroStep.Jump(Expr.TRUE, to));
    }

    void traces(TraceCall call) {
        traces.add(call);
    }

    /** Adds what is done if a condition holds, and what otherwise. */
    void branches(Expr holds, Part then, Part otherwise, Span span) {
        if (!then.effects.isEmpty() || !otherwise.effects.isEmpty()) {
            does(new Effect.When(holds, then.effects, otherwise.effects), span);
        }
        boolean judgedLater = !then.jumps.isEmpty() || !otherwise.jumps.isEmpty() || !then.traces.isEmpty() || !otherwise.traces.isEmpty();
        if (judgedLater && (changes(then, holds) || changes(otherwise, holds))) {
            throw new SyntaxException(span, "the condition of this branch is changed in it, so it cannot be said afterwards where the step goes; "
                    + "put the goto or the tracepoint behind the branch, under a condition of its own");
        }
        then.jumps.forEach(jump -> jumps.add(new MicroStep.Jump(both(holds, jump.when()), jump.to())));
        otherwise.jumps.forEach(jump -> jumps.add(new MicroStep.Jump(both(holds.not(), jump.when()), jump.to())));
        then.traces.forEach(trace -> traces.add(trace.onlyIf(both(holds, trace.when()))));
        otherwise.traces.forEach(trace -> traces.add(trace.onlyIf(both(holds.not(), trace.when()))));
    }

    /** Adds all that another part does. */
    void then(Part other, Span span) {
        other.effects.forEach(effect -> does(effect, span));
        jumps.addAll(other.jumps);
        traces.addAll(other.traces);
    }

    private static Expr both(Expr first, Expr second) {
        return second.equals(Expr.TRUE) ? first : first.and(second);
    }

    private static boolean changes(Part part, Expr condition) {
        Set<Field> read = new HashSet<>();
        Trees.visit(condition, e -> {
            if (e instanceof Expr.Read field) {
                read.add(field.field());
            }
        });
        return part.effects.stream().anyMatch(effect -> writes(effect, read));
    }

    private static boolean writes(Effect effect, Set<Field> fields) {
        return switch (effect) {
            case Effect.Assign assign -> fields.contains(assign.place().field());
            case Effect.When when -> when.then().stream().anyMatch(e -> writes(e, fields)) || when.otherwise().stream().anyMatch(e -> writes(e, fields));
            case Effect.Each each -> each.body().stream().anyMatch(e -> writes(e, fields));
        };
    }
}
