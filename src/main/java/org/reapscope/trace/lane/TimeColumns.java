package org.reapscope.trace.lane;

/**
 * A span of time cut into columns of equal width, such as the pixels of a picture. Reused from frame to frame: not
 * immutable, one thread.
 *
 * <p>Column {@code c} covers {@code [edgeNs(c), endNs(c))}. Where a column is narrower than a nanosecond it covers the
 * nanosecond in which it lies.
 *
 * <p>Columns lie on a grid that depends on their width alone: the same columns of a span that was moved are the same, so that
 * what was drawn of them can be moved with it.
 */
public final class TimeColumns {

    private static final long EXACT = 1L << 46;

    private long startNs;
    private long endNs;
    private int count;
    private double width;
    private long[] edges = new long[1];

    /** How many columns lie between the last multiple of the span's width and the one in which the span starts. */
    public static long firstOfGrid(long startNs, long endNs, int count) {
        long width = endNs - startNs;
        return (long) Math.floor((double) Math.floorMod(startNs, width) * count / width);
    }

    /**
     * Columns over {@code [startNs, endNs)}, of which there are {@code count > 0}; {@code endNs > startNs}. The first begins
     * less than its width before the start.
     */
    public void set(long newStartNs, long newEndNs, int newCount) {
        count = newCount;
        if (edges.length < count + 1) {
            edges = new long[count + 1];
        }
        long span = newEndNs - newStartNs;
        long base = Math.floorDiv(newStartNs, span) * span;
        long first = firstOfGrid(newStartNs, newEndNs, count);
        for (int c = 0; c <= count; c++) {
            edges[c] = base + (span < EXACT ? span * (first + c) / count : (long) ((double) span * (first + c) / count));
        }
        width = (double) span / count;
        startNs = edges[0];
        endNs = edges[count];
    }

    /** Some of these columns: those from {@code from} to before {@code to}. */
    public void setPart(TimeColumns whole, int from, int to) {
        count = to - from;
        if (edges.length < count + 1) {
            edges = new long[whole.edges.length];
        }
        System.arraycopy(whole.edges, from, edges, 0, count + 1);
        width = whole.width;
        startNs = edges[0];
        endNs = edges[count];
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
        return width;
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
