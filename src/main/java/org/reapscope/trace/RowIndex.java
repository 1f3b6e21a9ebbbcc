package org.reapscope.trace;

import java.util.function.IntUnaryOperator;

/** The rows of a trace by some key, such as its task: 4 bytes a row. Rows of one key are in time order. */
public final class RowIndex {

    private final int[] starts;
    private final int[] rows;

    private RowIndex(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /** Rows by the task that emitted them. O(n). */
    public static RowIndex byTask(Trace trace) {
        return of(trace.size(), trace.tasks().size(), trace::task);
    }

    /**
     * Rows by key. O(rows + keys).
     *
     * @param keyOf key of a row, from 0 to {@code keys - 1}; a row with a negative key is left out
     */
    public static RowIndex of(int rowCount, int keys, IntUnaryOperator keyOf) {
        return of(rowCount, i -> i, keys, keyOf);
    }

    /** As {@link #of(int, int, IntUnaryOperator)} for some rows only, which are in time order. O(some rows + keys). */
    public static RowIndex of(int[] someRows, int keys, IntUnaryOperator keyOf) {
        return of(someRows.length, i -> someRows[i], keys, keyOf);
    }

    private static RowIndex of(int count, IntUnaryOperator rowAt, int keys, IntUnaryOperator keyOf) {
        int[] starts = new int[keys + 1];
        for (int i = 0; i < count; i++) {
            int key = keyOf.applyAsInt(rowAt.applyAsInt(i));
            if (key >= 0) {
                starts[key + 1]++;
            }
        }
        for (int key = 0; key < keys; key++) {
            starts[key + 1] += starts[key];
        }
        int[] next = starts.clone();
        int[] rows = new int[starts[keys]];
        for (int i = 0; i < count; i++) {
            int row = rowAt.applyAsInt(i);
            int key = keyOf.applyAsInt(row);
            if (key >= 0) {
                rows[next[key]++] = row;
            }
        }
        return new RowIndex(starts, rows);
    }

    /** How many rows the key has. */
    public int count(int key) {
        return starts[key + 1] - starts[key];
    }

    /** The key's {@code i}-th row. */
    public int row(int key, int i) {
        return rows[starts[key] + i];
    }

    /** How many of the key's rows stand before {@code row}. O(log n). */
    public int countBefore(int key, int row) {
        int low = starts[key];
        int high = starts[key + 1];
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows[middle] < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - starts[key];
    }
}
