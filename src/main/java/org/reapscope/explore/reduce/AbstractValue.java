package org.reapscope.explore.reduce;

import java.util.LinkedHashSet;
import java.util.Set;

import org.reapscope.kernel.expr.Expr;

/**
 * What is known of a value in the middle of a step.
 *
 * @param value a tree over the state before the step
 * @param unless conditions on the state before the step: if none of them holds, the value is right; if one does, nothing
 *     is known
 */
record AbstractValue(Expr value, Set<Expr> unless) {

    private static final int MOST = 32;

    AbstractValue {
        unless = unless.size() > MOST ? Set.of(Expr.TRUE) : Set.copyOf(unless);
    }

    static AbstractValue surely(Expr value) {
        return new AbstractValue(value, Set.of());
    }

    boolean isSure() {
        return unless.isEmpty();
    }

    /** Whether it is surely this number. */
    boolean is(int number) {
        return isSure() && value instanceof Expr.Const(int v) && v == number;
    }

    boolean isSureConst() {
        return isSure() && value instanceof Expr.Const;
    }

    /** The same value, with more reasons to doubt it. */
    AbstractValue doubted(Set<Expr> reasons) {
        Set<Expr> all = new LinkedHashSet<>(unless);
        all.addAll(reasons);
        return new AbstractValue(value, all);
    }

    /** A condition on the state before the step that surely holds if this value has the truth; TRUE if there is none. */
    Set<Expr> reasonsToBe(boolean truth) {
        Set<Expr> reasons = new LinkedHashSet<>(unless);
        if (value instanceof Expr.Const(int v)) {
            if (v != 0 == truth) {
                return Set.of(Expr.TRUE);
            }
        } else {
            reasons.add(truth ? value : value.not());
        }
        return reasons.contains(Expr.TRUE) ? Set.of(Expr.TRUE) : reasons;
    }
}
