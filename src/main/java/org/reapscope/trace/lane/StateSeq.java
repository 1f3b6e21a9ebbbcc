package org.reapscope.trace.lane;

import java.util.Arrays;

/** The states of one lane while it is built: each holds from its row to the next. */
final class StateSeq {

    private int[] rows = new int[4];
    private byte[] states = new byte[4];
    private int size;

    /** The state holds from {@code row} on, not before the last one; the same state again changes nothing. */
    void set(int row, TaskState state) {
        if (size > 0 && rows[size - 1] >= row) {
            states[size - 1] = (byte) state.ordinal();
        } else if (size == 0 || last() != state) {
            add(row, state);
        }
    }

    /** As {@link #set}, but the same state again begins another interval. */
    void begin(int row, TaskState state) {
        if (size > 0 && rows[size - 1] >= row) {
            states[size - 1] = (byte) state.ordinal();
        } else {
            add(row, state);
        }
    }

    /** Nothing is known from {@code row} on, nor in the last interval where it began there or later. */
    void unknownFrom(int row) {
        if (last() == TaskState.UNKNOWN) {
            return;
        }
        if (rows[size - 1] < row) {
            add(row, TaskState.UNKNOWN);
        } else if (size > 1 && TaskState.of(states[size - 2]) == TaskState.UNKNOWN) {
            size--;
        } else {
            replaceLast(TaskState.UNKNOWN);
        }
    }

    TaskState last() {
        return TaskState.of(states[size - 1]);
    }

    void replaceLast(TaskState state) {
        states[size - 1] = (byte) state.ordinal();
    }

    int size() {
        return size;
    }

    int[] rows() {
        return Arrays.copyOf(rows, size);
    }

    byte[] states() {
        return Arrays.copyOf(states, size);
    }

    private void add(int row, TaskState state) {
        if (size == rows.length) {
            int capacity = size + (size >> 1);
            rows = Arrays.copyOf(rows, capacity);
            states = Arrays.copyOf(states, capacity);
        }
        rows[size] = row;
        states[size++] = (byte) state.ordinal();
    }
}
