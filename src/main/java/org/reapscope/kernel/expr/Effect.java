package org.reapscope.kernel.expr;

import java.util.List;

import org.reapscope.kernel.expr.Expr.Read;
import org.reapscope.kernel.expr.Expr.Var;

/** A change of the state. The effects of a step happen one after the other, each seeing what the ones before did. */
public sealed interface Effect {

    /** Stores a value. A value that the field cannot hold is an error of the model, reported with the field's name. */
    record Assign(Read place, Expr value) implements Effect {}

    /** Does one list or the other. */
    record When(Expr condition, List<Effect> then, List<Effect> otherwise) implements Effect {

        /** Keeps copies. */
        public When {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Does the body for every index, smallest first, for which {@code where} holds when its turn comes. */
    record Each(Var var, Expr where, List<Effect> body) implements Effect {

        /** Keeps a copy. */
        public Each {
            body = List.copyOf(body);
        }
    }

    /** Does these if the condition holds. */
    static Effect when(Expr condition, Effect... then) {
        return new When(condition, List.of(then), List.of());
    }

    /** Does one list or the other. */
    static Effect when(Expr condition, List<Effect> then, List<Effect> otherwise) {
        return new When(condition, then, otherwise);
    }

    /** Does these for every index for which {@code where} holds. */
    static Effect each(Var var, Expr where, Effect... body) {
        return new Each(var, where, List.of(body));
    }
}
