package org.reapscope.kernel.expr;

import java.util.List;

/**
 * A value computed from the state: the language of guards, indexes, assigned values, facts and words.
 *
 * <p>Trees are plain data: they can be evaluated ({@link Interpreter}), compiled ({@link StepCompiler}), printed
 * and searched for what they read ({@link Footprint}). Values are ints; truth is 1 and 0.
 */
public sealed interface Expr {

    /** True. */
    Expr TRUE = new Const(1);
    /** False. */
    Expr FALSE = new Const(0);
    /** The task that takes the step. */
    Expr SELF = new Self();

    /** A number. */
    record Const(int value) implements Expr {}

    /** The index of the task that takes the step. */
    record Self() implements Expr {}

    /** A variable that an enclosing {@link Over} or {@link Effect.Each} runs over all indexes of {@code dim}. */
    record Var(String name, Dim dim) implements Expr {}

    /** A parameter of the enclosing program; every call replaces it by its argument before anything is run. */
    record Param(String name) implements Expr {}

    /** How many there are of {@code dim} in this machine. */
    record Size(Dim dim) implements Expr {}

    /** The value of a field at computed indexes. */
    record Read(Field field, List<Expr> index) implements Expr {

        /** Keeps a copy. */
        public Read {
            index = List.copyOf(index);
        }

        /** Assigns to this place. */
        public Effect.Assign set(Expr value) {
            return new Effect.Assign(this, value);
        }

        /** Assigns to this place. */
        public Effect.Assign set(int value) {
            return set(new Const(value));
        }

        /** Adds one to this place. */
        public Effect.Assign increment() {
            return set(plus(1));
        }

        /** Takes one from this place. */
        public Effect.Assign decrement() {
            return set(minus(1));
        }
    }

    /** Two operands and an operator. */
    record Binary(Op op, Expr left, Expr right) implements Expr {}

    /** 1 if the operand is 0, else 0. */
    record Not(Expr operand) implements Expr {}

    /** {@code condition ? then : otherwise}. */
    record Choose(Expr condition, Expr then, Expr otherwise) implements Expr {}

    /** A bounded quantifier, count, sum or search over all indexes of the variable's dimension, smallest first. */
    record Over(Fold fold, Var var, Expr body) implements Expr {}

    /** 1 if the task's next step is one of those with these ids, in whatever program they were inlined. */
    record At(Expr task, List<String> steps) implements Expr {

        /** Keeps a copy. */
        public At {
            steps = List.copyOf(steps);
        }
    }

    /** A number as an expression. */
    static Expr of(int value) {
        return new Const(value);
    }

    /** True for some index. */
    static Expr exists(Var var, Expr body) {
        return new Over(Fold.EXISTS, var, body);
    }

    /** True for every index. */
    static Expr forAll(Var var, Expr body) {
        return new Over(Fold.FORALL, var, body);
    }

    /** For how many indexes the body holds. */
    static Expr count(Var var, Expr body) {
        return new Over(Fold.COUNT, var, body);
    }

    /** Sum of the body. */
    static Expr sum(Var var, Expr body) {
        return new Over(Fold.SUM, var, body);
    }

    /** Smallest index for which the body holds, or the dimension's size. */
    static Expr first(Var var, Expr body) {
        return new Over(Fold.FIRST, var, body);
    }

    /** Largest index for which the body holds, or the dimension's size. */
    static Expr last(Var var, Expr body) {
        return new Over(Fold.LAST, var, body);
    }

    /** True if {@code task} is about to take one of these steps. */
    static Expr at(Expr task, String... steps) {
        return new At(task, List.of(steps));
    }

    /** {@code condition ? then : otherwise}. */
    static Expr choose(Expr condition, Expr then, Expr otherwise) {
        return new Choose(condition, then, otherwise);
    }

    /** All of them; true if there are none. */
    static Expr all(Expr... conditions) {
        Expr result = TRUE;
        for (Expr c : conditions) {
            result = result == TRUE ? c : result.and(c);
        }
        return result;
    }

    /** Any of them; false if there are none. */
    static Expr any(Expr... conditions) {
        Expr result = FALSE;
        for (Expr c : conditions) {
            result = result == FALSE ? c : result.or(c);
        }
        return result;
    }

    /** Sum. */
    default Expr plus(Expr other) {
        return new Binary(Op.ADD, this, other);
    }

    /** Sum. */
    default Expr plus(int other) {
        return plus(of(other));
    }

    /** Difference. */
    default Expr minus(Expr other) {
        return new Binary(Op.SUB, this, other);
    }

    /** Difference. */
    default Expr minus(int other) {
        return minus(of(other));
    }

    /** Product. */
    default Expr times(Expr other) {
        return new Binary(Op.MUL, this, other);
    }

    /** Equal. */
    default Expr eq(Expr other) {
        return new Binary(Op.EQ, this, other);
    }

    /** Equal. */
    default Expr eq(int other) {
        return eq(of(other));
    }

    /** Not equal. */
    default Expr ne(Expr other) {
        return new Binary(Op.NE, this, other);
    }

    /** Not equal. */
    default Expr ne(int other) {
        return ne(of(other));
    }

    /** Less. */
    default Expr lt(Expr other) {
        return new Binary(Op.LT, this, other);
    }

    /** At most. */
    default Expr le(Expr other) {
        return new Binary(Op.LE, this, other);
    }

    /** At most. */
    default Expr le(int other) {
        return le(of(other));
    }

    /** Greater. */
    default Expr gt(Expr other) {
        return new Binary(Op.GT, this, other);
    }

    /** Greater. */
    default Expr gt(int other) {
        return gt(of(other));
    }

    /** At least. */
    default Expr ge(Expr other) {
        return new Binary(Op.GE, this, other);
    }

    /** At least. */
    default Expr ge(int other) {
        return ge(of(other));
    }

    /** Both; the other is looked at only if this holds. */
    default Expr and(Expr other) {
        return new Binary(Op.AND, this, other);
    }

    /** Either; the other is looked at only if this does not hold. */
    default Expr or(Expr other) {
        return new Binary(Op.OR, this, other);
    }

    /** The opposite truth. */
    default Expr not() {
        return new Not(this);
    }
}
