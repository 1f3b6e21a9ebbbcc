package org.reapscope.trace.lane;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;

/**
 * A counter of an mm in steps: each value holds until the next rss_stat of the same counter. 4 bytes a step. Before the
 * first step nothing is known.
 */
public final class CounterLane implements Lane {

    /** Least value of a column in which nothing is known. */
    public static final int NOTHING = MinMaxPyramid.NOTHING;

    private static final int STEPS_PER_BUCKET = 8;

    private final LaneId.RssLane id;
    private final Trace trace;
    private final int[] rows;
    private final MinMaxPyramid pyramid;
    private final long greatestBytes;

    CounterLane(LaneId.RssLane id, Trace trace, int[] rows) {
        this.id = id;
        this.trace = trace;
        this.rows = rows;
        pyramid = new MinMaxPyramid(trace.firstNs(), trace.lastNs(), rows.length / STEPS_PER_BUCKET);
        long most = 0;
        for (int i = 0; i < rows.length; i++) {
            pyramid.cover(startNs(i), endNs(i), kib(i));
            most = Math.max(most, value(i));
        }
        greatestBytes = most;
        pyramid.seal();
    }

    @Override
    public LaneId.RssLane id() {
        return id;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int row(int step) {
        return rows[step];
    }

    /** The counter's value in bytes from this step to the next; the kernel may print it slightly below zero. */
    public long value(int step) {
        return Payload.rssBytes(trace.argument(rows[step]));
    }

    /** The greatest value of all steps, at least 0. */
    public long greatestBytes() {
        return greatestBytes;
    }

    @Override
    public long startNs(int step) {
        return trace.tsNs(rows[step]);
    }

    @Override
    public long endNs(int step) {
        return step + 1 < rows.length ? trace.tsNs(rows[step + 1]) : trace.lastNs();
    }

    @Override
    public boolean openEnd(int step) {
        return step + 1 == rows.length;
    }

    @Override
    public int at(long ns) {
        return ns > trace.lastNs() ? -1 : startedBefore(ns == Long.MAX_VALUE ? ns : ns + 1, 0) - 1;
    }

    @Override
    public long nextEdge(long ns) {
        int i = ns == Long.MAX_VALUE ? rows.length : startedBefore(ns + 1, 0);
        return i < rows.length ? startNs(i) : NO_NEXT;
    }

    @Override
    public long previousEdge(long ns) {
        int i = startedBefore(ns, 0) - 1;
        return i < 0 ? NO_PREVIOUS : startNs(i);
    }

    /**
     * Writes the least and the greatest value of every column, in KiB rounded down; {@link #NOTHING} as the least where
     * nothing is known. O(columns) where zoomed out, O(columns + steps in sight) where steps are few.
     */
    public void values(TimeColumns columns, int[] least, int[] greatest) {
        if (pyramid.serves(columns)) {
            pyramid.values(columns, least, greatest);
            return;
        }
        int next = startedBefore(columns.edgeNs(0), 0);
        for (int c = 0; c < columns.count(); c++) {
            long from = columns.edgeNs(c);
            long to = columns.endNs(c);
            boolean carried = next > 0 && (next < rows.length ? startNs(next) : trace.lastNs()) > from;
            int low = carried ? kib(next - 1) : NOTHING;
            int high = carried ? low : Integer.MIN_VALUE;
            int i = next;
            while (i < rows.length && startNs(i) < to) {
                low = Math.min(low, kib(i));
                high = Math.max(high, kib(i));
                i++;
            }
            least[c] = low;
            greatest[c] = high;
            if (c + 1 < columns.count() && to == columns.edgeNs(c + 1)) {
                next = i;
            }
        }
    }

    @Override
    public long bytes() {
        return 64 + 4L * rows.length + pyramid.bytes();
    }

    private int kib(int step) {
        return Math.clamp(value(step) >> 10, Integer.MIN_VALUE, Integer.MAX_VALUE - 1);
    }

    private int startedBefore(long ns, int from) {
        int low = from;
        int high = rows.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (startNs(middle) < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
