package org.reapscope.explore.reduce;

import java.util.BitSet;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.expr.Specialisation;
import org.reapscope.kernel.expr.StepCode;

/**
 * Whether a fact, once it holds, holds for the rest of every run. Derived: it is made with "and" and "or" of flags that
 * steps set but never clear, or it is latched. "No" may mean "cannot tell".
 */
final class Stability {

    private final Machine machine;
    private final Specialisation steps;
    private final BitSet cleared = new BitSet();

    Stability(Machine machine) {
        this.machine = machine;
        this.steps = machine.specialisation();
        for (int t = 0; t < machine.tasks(); t++) {
            for (int pc : steps.reached(t).stream().toArray()) {
                StepCode code = steps.step(t, pc);
                if (code != null) {
                    effects(code.effects());
                }
            }
        }
    }

    private void effects(java.util.List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    if (!(a.value() instanceof Expr.Const(int v)) || v == 0) {
                        cleared.or(steps.places(a.place()));
                    }
                }
                case Effect.When w -> {
                    effects(w.then());
                    effects(w.otherwise());
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            }
        }
    }

    /** Whether the machine's k-th fact stays true once it is. */
    boolean isStable(int fact) {
        return machine.spec().facts().get(fact).latched()
                || isStable(steps.specialise(machine.factExpr(fact), 0));
    }

    private boolean isStable(Expr e) {
        return switch (e) {
            case Expr.Const _ -> true;
            case Expr.Read r -> steps.reads(r).equals(steps.places(r)) && !steps.places(r).intersects(cleared);
            case Expr.Binary(Op op, Expr left, Expr right) when op == Op.AND || op == Op.OR ->
                isStable(left) && isStable(right);
            case Expr.Binary(Op op, Expr.Read r, Expr.Const(int v)) when v == 0 && (op == Op.NE || op == Op.GT) ->
                isStable(r);
            case Expr.Binary(Op op, Expr.Read r, Expr.Const(int v)) when v == 1 && op == Op.GE -> isStable(r);
            default -> false;
        };
    }
}
