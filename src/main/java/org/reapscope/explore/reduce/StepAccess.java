package org.reapscope.explore.reduce;

import java.util.BitSet;

/**
 * What one or more steps may touch: cells as in {@link org.reapscope.kernel.expr.Footprint}, with one kind more.
 *
 * @param reads cells whose value matters
 * @param writes cells that change
 * @param marks cells that are set to the one value that anybody ever sets them to, so that the order among those who do
 *     so does not matter
 */
record StepAccess(long[] reads, long[] writes, long[] marks) {

    static StepAccess none(int cells) {
        int words = Bits.words(cells);
        return new StepAccess(new long[words], new long[words], new long[words]);
    }

    static StepAccess of(SymbolicStep.Touch touch, BitSet forgotten, int cells) {
        return new StepAccess(Bits.of(touch.reads(), forgotten, cells), Bits.of(touch.writes(), forgotten, cells),
                Bits.of(touch.marks(), forgotten, cells));
    }

    void add(StepAccess other) {
        Bits.or(reads, other.reads);
        Bits.or(writes, other.writes);
        Bits.or(marks, other.marks);
    }

    /** Whether the order of the two can matter. */
    boolean conflictsWith(StepAccess other) {
        for (int k = 0; k < reads.length; k++) {
            long touched = other.reads[k] | other.writes[k];
            if ((writes[k] & (touched | other.marks[k]) | marks[k] & touched
                    | reads[k] & (other.writes[k] | other.marks[k])) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether it may change one of these cells. */
    boolean changes(long[] cells) {
        return Bits.meet(writes, cells) || Bits.meet(marks, cells);
    }
}
