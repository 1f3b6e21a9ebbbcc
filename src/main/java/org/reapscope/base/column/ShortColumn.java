package org.reapscope.base.column;

import java.util.Arrays;

/**
 * A column of {@code short}, 2 bytes a row, in chunks, so that growth copies nothing.
 *
 * <p>One thread appends; others may read rows that were there before the column was safely handed to them.
 */
public final class ShortColumn {

    private static final int SHIFT = 14;
    private static final int MASK = (1 << SHIFT) - 1;

    private short[][] chunks = new short[16][];
    private int count;
    private int size;

    /** Appends a row behind those that were appended before. */
    public void add(short value) {
        if (size >>> SHIFT == count) {
            grow(count + 1);
        }
        chunks[size >>> SHIFT][size++ & MASK] = value;
    }

    /** The value of a row that was appended. */
    public short get(int row) {
        return chunks[row >>> SHIFT][row & MASK];
    }

    /** What it takes. */
    public long bytes() {
        return (long) count * Short.BYTES << SHIFT;
    }

    private void grow(int needed) {
        if (needed > chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(needed, 2 * chunks.length));
        }
        while (count < needed) {
            chunks[count++] = new short[1 << SHIFT];
        }
    }
}
