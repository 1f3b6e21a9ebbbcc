package org.reapscope.explore.reduce;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Fold;
import org.reapscope.kernel.expr.Op;

/**
 * Whether a fact, once it holds, holds for the rest of every run. Derived from the programs: it is latched, or made with
 * "and" and "or" of flags that steps set but never clear. "No" may mean "cannot tell".
 */
public final class Stability {

    private final Set<Field> cleared = new HashSet<>();

    /** Looks at all programs of a machine. */
    public Stability(MachineSpec spec) {
        for (Program program : spec.programs().all()) {
            for (Line line : program.lines()) {
                if (line instanceof MicroStep step) {
                    note(step.effects());
                }
            }
        }
    }

    private void note(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    if (!(a.value() instanceof Expr.Const(int v)) || v == 0) {
                        cleared.add(a.place().field());
                    }
                }
                case Effect.When w -> {
                    note(w.then());
                    note(w.otherwise());
                }
                case Effect.Each e -> note(e.body());
            }
        }
    }

    /** Whether the fact stays true once it is. */
    public boolean isStable(Fact fact) {
        return fact.latched() || isStable(fact.value());
    }

    private boolean isStable(Expr e) {
        return switch (e) {
            case Expr.Const _ -> true;
            case Expr.Read r -> !cleared.contains(r.field()) && r.index().stream().noneMatch(Expr.Read.class::isInstance);
            case Expr.Over(Fold fold, Expr.Var _, Expr body) -> (fold == Fold.EXISTS || fold == Fold.FORALL) && isStable(body);
            case Expr.Binary(Op op, Expr left, Expr right) when op == Op.AND || op == Op.OR ->
                isStable(left) && isStable(right);
            case Expr.Binary(Op op, Expr.Read r, Expr.Const(int v)) when v == 0 && (op == Op.NE || op == Op.GT)
                    || v == 1 && op == Op.GE -> isStable(r);
            default -> false;
        };
    }
}
