package org.reapscope.base.column;

import java.util.Arrays;

/**
 * A column of {@code int}, 4 bytes a row, in chunks, so that growth copies nothing.
 *
 * <p>One thread appends or makes room; others may read rows that were there before the column was safely handed to them, and set different rows.
 */
public final class IntColumn {

    private static final int SHIFT = 14;
    private static final int MASK = (1 << SHIFT) - 1;

    private int[][] chunks = new int[16][];
    private int count;
    private int size;

    /** Appends a row behind those that were appended before. */
    public void add(int value) {
        if (size >>> SHIFT == count) {
            grow(count + 1);
        }
        chunks[size >>> SHIFT][size++ & MASK] = value;
    }

    /** Makes room for rows 0 to {@code rows - 1}, to be {@linkplain #set set}. */
    public void reserve(int rows) {
        grow((int) (((long) rows + MASK) >>> SHIFT));
    }

    /** Sets a row that there is room for. */
    public void set(int row, int value) {
        chunks[row >>> SHIFT][row & MASK] = value;
    }

    /** The value of a row that was appended or that there is room for. */
    public int get(int row) {
        return chunks[row >>> SHIFT][row & MASK];
    }

    /** What it takes. */
    public long bytes() {
        return (long) count * Integer.BYTES << SHIFT;
    }

    private void grow(int needed) {
        if (needed > chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(needed, 2 * chunks.length));
        }
        while (count < needed) {
            chunks[count++] = new int[1 << SHIFT];
        }
    }
}
