package org.reapscope.trace.lane;

/**
 * What happens in a lane at every zoom: the time of the trace cut into buckets of a power of two of nanoseconds, a mask
 * of bits for each, and halving levels above them that or the masks of two.
 *
 * <p>A bit set in any bucket is set in every bucket above it, so nothing is ever averaged away: the most severe thing of
 * a bucket is the highest bit of its mask. About 4 bytes a base bucket with all levels. A query is O(columns).
 */
final class TimePyramid {

    /** Bit of a mask: something begins in the bucket. */
    static final int EDGE = 0x8000;

    private static final int MOST_BUCKETS = 1 << 20;

    private final long originNs;
    private final int baseShift;
    private final short[][] levels;

    /** An empty pyramid over {@code [firstNs, lastNs]} with at most about {@code buckets} base buckets. */
    TimePyramid(long firstNs, long lastNs, int buckets) {
        originNs = firstNs;
        int most = Math.clamp(Integer.highestOneBit(Math.max(1, buckets)), 1, MOST_BUCKETS);
        int shift = 0;
        while ((lastNs - firstNs >>> shift) + 1 > most) {
            shift++;
        }
        baseShift = shift;
        int length = (int) (lastNs - firstNs >>> shift) + 1;
        levels = new short[33 - Integer.numberOfLeadingZeros(length)][];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = new short[length];
            length = length + 1 >>> 1;
        }
    }

    /** Sets bits for an interval: for {@code [fromNs, toNs)}, or for the instant where both are equal. */
    void cover(long fromNs, long toNs, int bits) {
        short[] base = levels[0];
        int last = bucket(Math.max(fromNs, toNs - 1));
        for (int b = bucket(fromNs); b <= last; b++) {
            base[b] |= (short) bits;
        }
    }

    /** Makes the levels above the base; to be called once, after the last {@link #cover}. */
    void seal() {
        for (int level = 1; level < levels.length; level++) {
            short[] below = levels[level - 1];
            short[] here = levels[level];
            for (int b = 0; b < below.length; b++) {
                here[b >>> 1] |= below[b];
            }
        }
    }

    /** Width of a base bucket. */
    long bucketNs() {
        return 1L << baseShift;
    }

    /** Whether its buckets are fine enough for these columns: at least two to a column. */
    boolean serves(TimeColumns columns) {
        return 2 * bucketNs() <= columns.nsPerColumn();
    }

    /**
     * Writes the mask of every column. A column stands for the whole buckets that begin in it, so that each bucket
     * belongs to one column and a picture does not shimmer while it is moved.
     */
    void masks(TimeColumns columns, short[] out) {
        int level = 0;
        while (level + 1 < levels.length && 2L << baseShift + level + 1 <= columns.nsPerColumn()) {
            level++;
        }
        short[] buckets = levels[level];
        int shift = baseShift + level;
        long next = (columns.edgeNs(0) - originNs) >> shift;
        for (int c = 0; c < columns.count(); c++) {
            long end = (columns.edgeNs(c + 1) - originNs) >> shift;
            int mask = 0;
            for (long b = Math.max(0, next); b < Math.min(end, buckets.length); b++) {
                mask |= buckets[(int) b];
            }
            out[c] = (short) mask;
            next = end;
        }
    }

    long bytes() {
        long bytes = 0;
        for (short[] level : levels) {
            bytes += 16 + (long) Short.BYTES * level.length;
        }
        return bytes;
    }

    private int bucket(long ns) {
        return Math.clamp(ns - originNs >> baseShift, 0, levels[0].length - 1);
    }
}
