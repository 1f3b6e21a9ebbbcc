package org.reapscope.explore.witness;

import java.util.Arrays;

/** Ints that come out in the order in which they were added. */
final class IntBag {

    private int[] items = new int[16];
    private int size;
    private int next;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    boolean hasNext() {
        return next < size;
    }

    int peek() {
        return items[next];
    }

    int poll() {
        return items[next++];
    }
}
