package org.reapscope.explore.reduce;

import org.reapscope.kernel.expr.Layout;

/**
 * A state of which some cells may have changed in the meantime: for each cell the values that it may have now. Reused for
 * one state after the other.
 */
final class Unsteady {

    private final Layout layout;
    private final int[] counter;
    private final int[] low;
    private final int[] high;
    private long[] state = new long[0];
    private int offset;
    private final long[] changed;
    private final long[] changedBits;

    /**
     * Over a layout.
     *
     * @param counters cells whose changes are counted
     */
    Unsteady(Layout layout, int[] counters) {
        this.layout = layout;
        this.counter = new int[layout.cells().count()];
        java.util.Arrays.fill(counter, -1);
        for (int k = 0; k < counters.length; k++) {
            counter[counters[k]] = k;
        }
        this.low = new int[counters.length];
        this.high = new int[counters.length];
        this.changed = new long[Bits.words(counter.length)];
        this.changedBits = new long[layout.words()];
    }

    /** Begins with a state in which nothing has changed. */
    void at(long[] states, int at) {
        state = states;
        offset = at;
        still();
    }

    /** Forgets all changes. */
    void still() {
        java.util.Arrays.fill(changed, 0);
        java.util.Arrays.fill(changedBits, 0);
        java.util.Arrays.fill(low, 0);
        java.util.Arrays.fill(high, 0);
    }

    /** Somebody may have done this in the meantime. */
    void change(Future.Answer answer) {
        Bits.or(changed, answer.access().writes());
        Bits.or(changed, answer.access().marks());
        Bits.or(changedBits, answer.bits());
        for (int k = 0; k < low.length; k++) {
            low[k] += answer.low()[k];
            high[k] += answer.high()[k];
        }
    }

    /** Lets a counter be seen by somebody who surely counts it down by {@code own} later: at least so much is left. */
    void spare(int counterIndex, int own) {
        low[counterIndex] += own;
    }

    /** A word as it was. */
    long word(int word) {
        return state[offset + word];
    }

    /** The bits of a word that may have changed. */
    long changed(int word) {
        return changedBits[word];
    }

    /** The values that a cell may have. */
    long range(int cell) {
        if (!Bits.has(changed, cell)) {
            int value = layout.get(state, offset, cell);
            return Condition.range(value, value);
        }
        int k = counter[cell];
        if (k < 0) {
            return Condition.range(0, layout.max(cell));
        }
        int value = layout.get(state, offset, cell);
        return Condition.range(Math.max(0, value + low[k]), Math.min(layout.max(cell), value + high[k]));
    }
}
