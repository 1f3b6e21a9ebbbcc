package org.reapscope.kernel.expr;

import java.util.List;

import org.reapscope.kernel.expr.Expr.Read;

/**
 * A named piece of state: one value, or one value for each task, each mm, each page table, ...
 *
 * <p>A field says nothing about where its bits lie; {@link Layout} works that out for a scenario. A field that no step
 * writes costs no bits at all (it is a constant table of the scenario), and neither does one that nobody reads.
 *
 * @param name the kernel's word for it where there is one ({@code mm_users})
 * @param bound the largest value, the smallest is 0
 * @param dims what its indexes count, outermost first; empty for a single value
 */
public record Field(String name, Bound bound, List<Dim> dims) {

    /** Where each task stands in its program: the one field that every machine has. */
    public static final Field PC = upTo("pc", (1 << 16) - 1, Dim.TASK);

    /** Keeps a copy. */
    public Field {
        dims = List.copyOf(dims);
    }

    /** A field of values 0 and 1. */
    public static Field flag(String name, Dim... dims) {
        return upTo(name, 1, dims);
    }

    /** A field of values 0 to {@code max}. */
    public static Field upTo(String name, int max, Dim... dims) {
        return new Field(name, Bound.of(max), List.of(dims));
    }

    /** A field that is 0 for "none" or one more than an index of {@code of} (a lock's holder, say). */
    public static Field optional(String name, Dim of, Dim... dims) {
        return new Field(name, Bound.of(0, of), List.of(dims));
    }

    /** A field of values 0 to {@code bound}. */
    public static Field bounded(String name, Bound bound, Dim... dims) {
        return new Field(name, bound, List.of(dims));
    }

    /** The value at these indexes; also the place to assign to ({@link Read#set}). */
    public Read at(Expr... index) {
        if (index.length != dims.size()) {
            throw new IllegalArgumentException(name + " takes " + dims.size() + " indexes, not " + index.length);
        }
        return new Read(this, List.of(index));
    }

    /** How many cells it has in a machine of these sizes. */
    public int cells(Sizes sizes) {
        int cells = 1;
        for (Dim dim : dims) {
            cells *= sizes.of(dim);
        }
        return cells;
    }
}
