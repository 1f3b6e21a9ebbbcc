package org.reapscope.explore.witness;

import java.util.Arrays;

/** Ints in the order in which they were added. */
final class IntBag {

    private int[] items = new int[16];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int get(int k) {
        return items[k];
    }

    int size() {
        return size;
    }
}
