package org.reapscope.explore.store;

/**
 * One part of the index from states to their numbers: open addressing, never more than half full. A slot is 0 or a number
 * plus one, with as many bits of the hash as fit above it, so that few states are compared in vain.
 */
final class Shard {

    private static final int SMALLEST = 32;
    private static final int AT_ONCE = 256;

    private final int idBits;
    private final int idMask;
    private int[] slots = new int[SMALLEST];
    private int used;

    Shard(int idBits) {
        this.idBits = idBits;
        this.idMask = (1 << idBits) - 1;
    }

    int home(long hash) {
        return (int) ((hash & 0xFFFF_FFFFL) * slots.length >>> 32);
    }

    int after(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    /** The slot's content, 0 if empty. */
    int at(int slot) {
        return slots[slot];
    }

    /** The number in a slot's content that is not 0. */
    int number(int content) {
        return (content & idMask) - 1;
    }

    /** Whether the state behind this content may have this hash. */
    boolean mayBe(int content, long hash) {
        return (content ^ (int) (hash >>> 32) << idBits) >>> idBits == 0;
    }

    void put(int slot, long hash, int number) {
        if (slots[slot] == 0) {
            used++;
        }
        slots[slot] = (int) (hash >>> 32) << idBits | number + 1;
    }

    /** Makes room for {@code more} further numbers; {@code rows} knows the states of those that are there. */
    void reserve(int more, StateRows rows, int words) {
        long needed = 2L * (used + more);
        if (needed <= slots.length) {
            return;
        }
        int[] old = slots;
        slots = new int[(int) Math.max(needed, 2L * old.length)];
        int[] some = new int[AT_ONCE];
        long[] hashes = new long[AT_ONCE];
        int count = 0;
        for (int content : old) {
            if (content != 0) {
                some[count++] = content;
                if (count == AT_ONCE) {
                    putAll(some, hashes, count, rows, words);
                    count = 0;
                }
            }
        }
        putAll(some, hashes, count, rows, words);
    }

    /** First all the hashes, whose states lie anywhere, so that the memory works on many of them at once. */
    private void putAll(int[] contents, long[] hashes, int count, StateRows rows, int words) {
        for (int k = 0; k < count; k++) {
            int row = number(contents[k]);
            hashes[k] = StateHash.of(rows.array(row), rows.offset(row), words);
        }
        for (int k = 0; k < count; k++) {
            int slot = home(hashes[k]);
            while (slots[slot] != 0) {
                slot = after(slot);
            }
            slots[slot] = contents[k];
        }
    }

    long bytes() {
        return 4L * slots.length;
    }
}
