package org.reapscope.kernel.expr;

import java.util.BitSet;

/**
 * What a step touches: sets of cells (numbers of {@link Cells}). Treat the sets as read-only.
 *
 * <p>Two kinds exist. The footprint <em>at a state</em> is what the step reads and writes when taken there (or, for a
 * step that cannot be taken, what its guard read to say no). The footprint <em>in any state</em> covers all of those.
 */
public record Footprint(BitSet reads, BitSet writes) {

    /** Touches nothing. */
    public static Footprint empty() {
        return new Footprint(new BitSet(), new BitSet());
    }

    /** Whether one of the two writes what the other touches, so that their order can matter. */
    public boolean conflictsWith(Footprint other) {
        return writes.intersects(other.writes) || writes.intersects(other.reads) || reads.intersects(other.writes);
    }

    /** What either touches. */
    public Footprint with(Footprint other) {
        Footprint both = new Footprint((BitSet) reads.clone(), (BitSet) writes.clone());
        both.reads.or(other.reads);
        both.writes.or(other.writes);
        return both;
    }

    /** Whether this touches nothing that {@code other} does not also touch in the same way. */
    public boolean isWithin(Footprint other) {
        BitSet r = (BitSet) reads.clone();
        r.andNot(other.reads);
        BitSet w = (BitSet) writes.clone();
        w.andNot(other.writes);
        return r.isEmpty() && w.isEmpty();
    }

    /** Access that does what {@code inner} does and notes every cell in this footprint. */
    public CellAccess watching(CellAccess inner) {
        return new CellAccess() {
            @Override
            public int read(int cell) {
                reads.set(cell);
                return inner.read(cell);
            }

            @Override
            public void write(int cell, int value) {
                writes.set(cell);
                inner.write(cell, value);
            }
        };
    }
}
