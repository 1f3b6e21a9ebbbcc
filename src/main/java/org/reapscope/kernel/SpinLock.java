package org.reapscope.kernel;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/**
 * A spinlock (or a mutex, which differs only in how one waits): at most one holder, no order among those who wait.
 *
 * @param name the kernel's word
 * @param holder 0 or the holding task plus one
 */
public record SpinLock(String name, Field holder) implements Lock {

    /** A kind of spinlock, one for each index of {@code dim}. */
    public static SpinLock of(String name, Dim dim) {
        return new SpinLock(name, Field.optional(name, Dim.TASK, dim));
    }

    /** Whether nobody has it. */
    public Expr isFree(Expr index) {
        return holder.at(index).eq(0);
    }

    /** Gives it to the stepping task. */
    public Effect take(Expr index) {
        return holder.at(index).set(Expr.SELF.plus(1));
    }

    /** Gives it to nobody. */
    public Effect drop(Expr index) {
        return holder.at(index).set(0);
    }
}
