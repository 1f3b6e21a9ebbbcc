package org.reapscope.explore.store;

import java.util.Arrays;

/**
 * Packed states, each a few longs beside each other, in chunks so that growth copies nothing. One thread grows it; any
 * number may then write and read different rows.
 */
public final class StateRows {

    private static final int SHIFT = 12;
    private static final int MASK = (1 << SHIFT) - 1;

    private final int words;
    private long[][] chunks = new long[16][];
    private int count;

    StateRows(int words) {
        this.words = words;
    }

    void reserve(int rows) {
        int needed = (int) (((long) rows + MASK) >>> SHIFT);
        if (needed > chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(needed, 2 * chunks.length));
        }
        while (count < needed) {
            chunks[count++] = new long[words << SHIFT];
        }
    }

    /** The array that the row lies in; treat as read-only. */
    public long[] array(int row) {
        return chunks[row >>> SHIFT];
    }

    /** Where in {@link #array} the row begins. */
    public int offset(int row) {
        return (row & MASK) * words;
    }

    void put(int row, long[] state, int offset) {
        long[] chunk = chunks[row >>> SHIFT];
        int to = (row & MASK) * words;
        for (int k = 0; k < words; k++) {
            chunk[to + k] = state[offset + k];
        }
    }

    boolean same(int row, long[] state, int offset) {
        long[] chunk = chunks[row >>> SHIFT];
        int from = (row & MASK) * words;
        for (int k = 0; k < words; k++) {
            if (chunk[from + k] != state[offset + k]) {
                return false;
            }
        }
        return true;
    }

    long bytes() {
        return (long) count * words << SHIFT + 3;
    }
}
