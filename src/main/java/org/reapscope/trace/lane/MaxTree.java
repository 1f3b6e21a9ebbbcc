package org.reapscope.trace.lane;

/** The greatest value of blocks of 8, of pairs of blocks and so on: finds the next value that is large enough. O(log n). */
final class MaxTree {

    private static final int SHIFT = 3;

    private final int[][] levels;
    private final int size;

    /** Over {@code size} values, all 0 at first. */
    MaxTree(int size) {
        this.size = size;
        int length = (size >>> SHIFT) + 1;
        levels = new int[33 - Integer.numberOfLeadingZeros(length)][];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = new int[length];
            length = (length >>> 1) + 1;
        }
    }

    /** The value at {@code i} is at least this. */
    void raise(int i, int value) {
        int block = i >>> SHIFT;
        for (int level = 0; level < levels.length && levels[level][block] < value; level++) {
            levels[level][block] = value;
            block >>>= 1;
        }
    }

    /** The first place from {@code from} on whose block may hold {@code least} or more; {@code size} if there is none. */
    int next(int from, int least) {
        if (from >= size) {
            return size;
        }
        int block = from >>> SHIFT;
        if (levels[0][block] >= least) {
            return from;
        }
        int level = 0;
        block++;
        while (level >= 0) {
            if (block >= levels[level].length) {
                return size;
            }
            if (levels[level][block] < least) {
                block++;
                while ((block & 1) == 0 && level + 1 < levels.length) {
                    block >>>= 1;
                    level++;
                }
            } else if (level == 0) {
                return Math.min(size, block << SHIFT);
            } else {
                level--;
                block <<= 1;
            }
        }
        return size;
    }

    long bytes() {
        long bytes = 0;
        for (int[] level : levels) {
            bytes += 16 + (long) Integer.BYTES * level.length;
        }
        return bytes;
    }
}
