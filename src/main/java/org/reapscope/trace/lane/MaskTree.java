package org.reapscope.trace.lane;

/** Which states occur between two intervals of a lane: blocks of 16 intervals, then pairs of blocks. O(log n). */
final class MaskTree {

    private static final int SHIFT = 4;

    private final byte[] states;
    private final short[][] levels;

    MaskTree(byte[] states) {
        this.states = states;
        int length = states.length >>> SHIFT;
        levels = new short[length == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(length)][];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = new short[length];
            length >>>= 1;
        }
        if (levels.length > 0) {
            fill();
        }
    }

    /** The states of the intervals from {@code from} to before {@code to}, as bits. */
    int or(int from, int to) {
        int mask = 0;
        int i = from;
        while (i < to) {
            int level = -1;
            while (level + 1 < levels.length && (i & width(level + 1) - 1) == 0 && i + width(level + 1) <= to) {
                level++;
            }
            if (level < 0) {
                mask |= 1 << states[i++];
            } else {
                mask |= levels[level][i >>> SHIFT + level];
                i += width(level);
            }
        }
        return mask;
    }

    long bytes() {
        long bytes = 0;
        for (short[] level : levels) {
            bytes += 16 + (long) Short.BYTES * level.length;
        }
        return bytes;
    }

    private static int width(int level) {
        return 1 << SHIFT + level;
    }

    private void fill() {
        for (int i = 0; i < levels[0].length << SHIFT; i++) {
            levels[0][i >>> SHIFT] |= (short) (1 << states[i]);
        }
        for (int level = 1; level < levels.length; level++) {
            for (int b = 0; b < levels[level].length; b++) {
                levels[level][b] = (short) (levels[level - 1][2 * b] | levels[level - 1][2 * b + 1]);
            }
        }
    }
}
