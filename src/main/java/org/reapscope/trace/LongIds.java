package org.reapscope.trace;

import java.util.Arrays;

/** A map from {@code long} keys to {@code int} ids by open addressing; -1 stands for "none". Nothing is ever removed. */
public final class LongIds {

    private long[] keys = new long[64];
    private int[] ids = filled(64);
    private int size;

    /** The id of a key, -1 if it has none. */
    public int get(long key) {
        return ids[slot(key)];
    }

    /** Gives a key an id from 0 on, whatever it had before. */
    public void put(long key, int id) {
        int slot = slot(key);
        if (ids[slot] < 0) {
            size++;
        }
        keys[slot] = key;
        ids[slot] = id;
        if (2 * size > keys.length) {
            grow();
        }
    }

    void copyFrom(LongIds other) {
        keys = other.keys.clone();
        ids = other.ids.clone();
        size = other.size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (ids[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldIds = ids;
        keys = new long[2 * oldKeys.length];
        ids = filled(2 * oldIds.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldIds[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                ids[slot] = oldIds[i];
            }
        }
    }

    private static int[] filled(int length) {
        int[] result = new int[length];
        Arrays.fill(result, -1);
        return result;
    }
}
