package org.reapscope.trace.lane;

/**
 * A span of time cut into columns of equal width, such as the pixels of a picture. Reused from frame to frame: not
 * immutable, one thread.
 *
 * <p>Column {@code c} covers {@code [edgeNs(c), endNs(c))}. Where a column is narrower than a nanosecond it covers the
 * nanosecond in which it lies.
 */
public final class TimeColumns {

    private static final long EXACT = 1L << 48;

    private long startNs;
    private long endNs;
    private int count;
    private long[] edges = new long[1];

    /** Columns over {@code [startNs, endNs)}, of which there are {@code count > 0}; {@code endNs > startNs}. */
    public void set(long newStartNs, long newEndNs, int newCount) {
        startNs = newStartNs;
        endNs = newEndNs;
        count = newCount;
        if (edges.length < count + 1) {
            edges = new long[count + 1];
        }
        long width = endNs - startNs;
        for (int c = 0; c <= count; c++) {
            edges[c] = startNs + (width < EXACT ? width * c / count : (long) ((double) width * c / count));
        }
        edges[count] = endNs;
    }

    /** How many columns there are. */
    public int count() {
        return count;
    }

    public long startNs() {
        return startNs;
    }

    public long endNs() {
        return endNs;
    }

    /** Width of a column. */
    public double nsPerColumn() {
        return (double) (endNs - startNs) / count;
    }

    /** Where column {@code c} begins. */
    public long edgeNs(int c) {
        return edges[c];
    }

    /** Where column {@code c} ends, exclusive. */
    public long endNs(int c) {
        return Math.max(edges[c + 1], edges[c] + 1);
    }

    /** The column in which a time lies; below 0 or from {@link #count} on where it lies outside. */
    public int column(long ns) {
        if (ns < startNs) {
            return -1;
        }
        if (ns >= endNs) {
            return count;
        }
        int c = (int) Math.min(count - 1, (double) (ns - startNs) * count / (endNs - startNs));
        while (c > 0 && edges[c] > ns) {
            c--;
        }
        while (c + 1 < count && edges[c + 1] <= ns) {
            c++;
        }
        return c;
    }
}
