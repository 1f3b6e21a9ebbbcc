package org.reapscope.explore.store;

import java.util.Arrays;

/**
 * A column of {@code byte} in chunks, so that growth copies nothing. One thread grows it; any number may then set and get
 * different rows.
 */
public final class ByteRows {

    private static final int SHIFT = 14;
    private static final int MASK = (1 << SHIFT) - 1;

    private byte[][] chunks = new byte[16][];
    private int count;

    /** Makes room for rows 0 to {@code rows - 1}. */
    public void reserve(int rows) {
        int needed = (int) (((long) rows + MASK) >>> SHIFT);
        if (needed > chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(needed, 2 * chunks.length));
        }
        while (count < needed) {
            chunks[count++] = new byte[1 << SHIFT];
        }
    }

    /** The value of a row that there is room for. */
    public byte get(int row) {
        return chunks[row >>> SHIFT][row & MASK];
    }

    /** Sets a row that there is room for. */
    public void set(int row, byte value) {
        chunks[row >>> SHIFT][row & MASK] = value;
    }

    /** What it takes. */
    public long bytes() {
        return (long) count << SHIFT;
    }
}
