package org.reapscope.kernel;

import java.util.List;

import org.reapscope.kernel.expr.Expr;

/**
 * A sentence with live values.
 *
 * <p>{@code {0}} stands for the value of the first expression before the step, {@code {0'}} for its value after the step.
 * A kind after a colon says how to name the value: {@code {0:task}}, {@code {0:group}}, {@code {0:mm}}, {@code {0:vma}},
 * {@code {0:table}}, {@code {0:errno}}, {@code {0:holder}} (a task plus one, 0 is "nobody"); without one it is a number.
 *
 * @param text the template
 * @param values what the numbers in braces refer to
 */
public record Words(String text, List<Expr> values) {

    /** Says nothing. */
    public static final Words NONE = new Words("", List.of());

    /** Keeps a copy. */
    public Words {
        values = List.copyOf(values);
    }
}
