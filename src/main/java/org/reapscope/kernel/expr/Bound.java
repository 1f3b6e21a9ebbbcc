package org.reapscope.kernel.expr;

import java.util.List;

/**
 * The largest value a field may hold: {@code base} plus the sizes of {@code plus}, so that widths follow the scenario.
 *
 * @param base the constant part
 * @param plus dimensions whose sizes are added; one may be named more than once
 */
public record Bound(int base, List<Dim> plus) {

    /** Keeps a copy. */
    public Bound {
        plus = List.copyOf(plus);
    }

    /** {@code base} plus the sizes of {@code plus}. */
    public static Bound of(int base, Dim... plus) {
        return new Bound(base, List.of(plus));
    }

    /** The bound in a machine of these sizes. */
    public int in(Sizes sizes) {
        return base + plus.stream().mapToInt(sizes::of).sum();
    }
}
