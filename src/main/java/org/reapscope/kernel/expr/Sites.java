package org.reapscope.kernel.expr;

import java.util.BitSet;
import java.util.List;

/** Where steps ended up after linking, for {@link Expr.At}. */
@FunctionalInterface
public interface Sites {

    /** The program counters of {@code task} at which it is about to take one of the steps with these ids. */
    BitSet of(int task, List<String> steps);
}
