package org.reapscope.trace.lane;

import java.util.Arrays;

/** Ints that are appended while lanes are built. */
final class IntSeq {

    private static final int[] NONE = {};

    private int[] values = NONE;
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(4, size + (size >> 1)));
        }
        values[size++] = value;
    }

    int get(int i) {
        return values[i];
    }

    void set(int i, int value) {
        values[i] = value;
    }

    int size() {
        return size;
    }

    int[] trimmed() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
