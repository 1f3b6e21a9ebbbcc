package org.reapscope.trace.lane;

import java.util.Arrays;

/** The least and the greatest value of a counter in buckets of time, and in halving levels above them. */
final class MinMaxPyramid {

    /** Least value of a bucket that has none. */
    static final int NOTHING = Integer.MAX_VALUE;

    private static final int MOST_BUCKETS = 1 << 20;

    private final long originNs;
    private final int baseShift;
    private final int[][] least;
    private final int[][] greatest;

    MinMaxPyramid(long firstNs, long lastNs, int buckets) {
        originNs = firstNs;
        int most = Math.clamp(Integer.highestOneBit(Math.max(1, buckets)), 1, MOST_BUCKETS);
        int shift = 0;
        while ((lastNs - firstNs >>> shift) + 1 > most) {
            shift++;
        }
        baseShift = shift;
        int length = (int) (lastNs - firstNs >>> shift) + 1;
        int levels = 33 - Integer.numberOfLeadingZeros(length);
        least = new int[levels][];
        greatest = new int[levels][];
        for (int level = 0; level < levels; level++) {
            least[level] = new int[length];
            greatest[level] = new int[length];
            Arrays.fill(least[level], NOTHING);
            Arrays.fill(greatest[level], Integer.MIN_VALUE);
            length = length + 1 >>> 1;
        }
    }

    /** The counter has this value in {@code [fromNs, toNs)}, or in the instant where both are equal. */
    void cover(long fromNs, long toNs, int value) {
        int last = bucket(Math.max(fromNs, toNs - 1));
        for (int b = bucket(fromNs); b <= last; b++) {
            least[0][b] = Math.min(least[0][b], value);
            greatest[0][b] = Math.max(greatest[0][b], value);
        }
    }

    void seal() {
        for (int level = 1; level < least.length; level++) {
            for (int b = 0; b < least[level - 1].length; b++) {
                least[level][b >>> 1] = Math.min(least[level][b >>> 1], least[level - 1][b]);
                greatest[level][b >>> 1] = Math.max(greatest[level][b >>> 1], greatest[level - 1][b]);
            }
        }
    }

    boolean serves(TimeColumns columns) {
        return 2L << baseShift <= columns.nsPerColumn();
    }

    void values(TimeColumns columns, int[] outLeast, int[] outGreatest) {
        int level = 0;
        while (level + 1 < least.length && 2L << baseShift + level + 1 <= columns.nsPerColumn()) {
            level++;
        }
        int shift = baseShift + level;
        long next = (columns.edgeNs(0) - originNs) >> shift;
        for (int c = 0; c < columns.count(); c++) {
            long end = (columns.edgeNs(c + 1) - originNs) >> shift;
            int low = NOTHING;
            int high = Integer.MIN_VALUE;
            for (long b = Math.max(0, next); b < Math.min(end, least[level].length); b++) {
                low = Math.min(low, least[level][(int) b]);
                high = Math.max(high, greatest[level][(int) b]);
            }
            outLeast[c] = low;
            outGreatest[c] = high;
            next = end;
        }
    }

    long bytes() {
        long bytes = 0;
        for (int[] level : least) {
            bytes += 2 * (16 + (long) Integer.BYTES * level.length);
        }
        return bytes;
    }

    private int bucket(long ns) {
        return Math.clamp(ns - originNs >> baseShift, 0, least[0].length - 1);
    }
}
