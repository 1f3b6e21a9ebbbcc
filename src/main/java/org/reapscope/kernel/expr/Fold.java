package org.reapscope.kernel.expr;

/** What {@link Expr.Over} makes of its body's values over all indexes of a dimension. */
public enum Fold {
    /** 1 if the body holds for some index. */
    EXISTS,
    /** 1 if the body holds for every index. */
    FORALL,
    /** For how many indexes the body holds. */
    COUNT,
    /** The sum of the body's values. */
    SUM,
    /** The smallest index for which the body holds, or the size of the dimension if there is none. */
    FIRST,
    /** The largest index for which the body holds, or the size of the dimension if there is none. */
    LAST
}
