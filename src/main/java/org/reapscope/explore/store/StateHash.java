package org.reapscope.explore.store;

/** The hash by which states are found again. Only decides where a state is looked for; equality is always exact. */
public final class StateHash {

    private StateHash() {}

    /** The hash of the {@code words} longs at {@code offset}. */
    public static long of(long[] state, int offset, int words) {
        long h = 0;
        for (int k = 0; k < words; k++) {
            h = (h ^ state[offset + k]) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 32;
        }
        h *= 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }
}
