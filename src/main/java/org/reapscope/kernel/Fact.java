package org.reapscope.kernel;

import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/**
 * Something about a state that properties and views ask for.
 *
 * @param name unique in the machine
 * @param value computed from the state; must not mention the stepping task
 * @param latched whether, once it held, it counts as holding for the rest of the run (costs a bit of state)
 */
public record Fact(String name, Expr value, boolean latched) {

    /** A fact about the state as it is. */
    public static Fact now(String name, Expr value) {
        return new Fact(name, value, false);
    }

    /** A fact about the run so far: whether {@code value} ever held. */
    public static Fact ever(String name, Expr value) {
        return new Fact(name, value, true);
    }

    /** Where a latched fact is remembered. */
    public Field latch() {
        return Field.flag("ever." + name);
    }

    /** Whether it holds, or has held if it is latched; for other facts of a machine that is asked for this one, too. */
    public Expr soFar() {
        return latched ? latch().at().ne(0).or(value) : value;
    }
}
