package org.reapscope.kernel.expr;

/** Operators on two integers. Truth is 1 and 0. {@link #AND} and {@link #OR} look at the right side only if they must. */
public enum Op {
    ADD("+", 5), SUB("-", 5), MUL("*", 6),
    EQ("==", 3), NE("!=", 3), LT("<", 4), LE("<=", 4), GT(">", 4), GE(">=", 4),
    AND("&&", 2), OR("||", 1);

    private final String symbol;
    private final int precedence;

    Op(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** As written in C. */
    public String symbol() {
        return symbol;
    }

    /** Binds tighter when larger. */
    public int precedence() {
        return precedence;
    }

    /** Whether the result is always 0 or 1. */
    public boolean yieldsTruth() {
        return precedence <= 4;
    }

    /** The result for two known values. */
    public int apply(int a, int b) {
        return switch (this) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case EQ -> a == b ? 1 : 0;
            case NE -> a != b ? 1 : 0;
            case LT -> a < b ? 1 : 0;
            case LE -> a <= b ? 1 : 0;
            case GT -> a > b ? 1 : 0;
            case GE -> a >= b ? 1 : 0;
            case AND -> a != 0 && b != 0 ? 1 : 0;
            case OR -> a != 0 || b != 0 ? 1 : 0;
        };
    }
}
