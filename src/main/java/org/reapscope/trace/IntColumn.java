package org.reapscope.trace;

import java.util.Arrays;

/**
 * An append-only column of {@code int}, 4 bytes a row, grown in chunks so that growth copies nothing.
 *
 * <p>One thread appends; others may read rows that were appended before the column was safely handed to them.
 */
final class IntColumn {

    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;

    private int[][] chunks = new int[16][];
    private int size;

    void add(int value) {
        int chunk = size >>> SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[1 << SHIFT];
        }
        chunks[chunk][size++ & MASK] = value;
    }

    int get(int row) {
        return chunks[row >>> SHIFT][row & MASK];
    }

    long bytes() {
        return (long) ((size + MASK) >>> SHIFT << SHIFT) * Integer.BYTES;
    }
}
