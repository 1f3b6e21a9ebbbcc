package org.reapscope.explore.reduce;

import java.util.BitSet;

/** Sets of small numbers as arrays of longs of one common length. */
final class Bits {

    private Bits() {}

    static long[] of(BitSet set, int size) {
        return java.util.Arrays.copyOf(set.toLongArray(), words(size));
    }

    static long[] of(BitSet set, BitSet without, int size) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(without);
        return of(rest, size);
    }

    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    static boolean has(long[] set, int k) {
        return (set[k / Long.SIZE] >>> k & 1) != 0;
    }

    static void set(long[] set, int k) {
        set[k / Long.SIZE] |= 1L << k;
    }

    static void or(long[] set, long[] more) {
        for (int k = 0; k < set.length; k++) {
            set[k] |= more[k];
        }
    }

    static boolean meet(long[] a, long[] b) {
        for (int k = 0; k < a.length; k++) {
            if ((a[k] & b[k]) != 0) {
                return true;
            }
        }
        return false;
    }
}
