package org.reapscope.trace.lane;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;

/**
 * A counter of an mm in steps, one for each rss_stat of it. 4 bytes a step.
 *
 * <p>A value holds until the next step where that is as near as one change of the kernel's is far: what one page table
 * maps. Where the next one is farther, changes went unseen between the two (a recording filtered to whole MiB, lost events,
 * an mm that nobody told of for a while), and from the step on nothing is known but the two ends. Neither is anything
 * before the first step.
 */
public final class CounterLane implements Lane {

    /** Least value of a column in which nothing is known. */
    public static final int NOTHING = MinMaxPyramid.NOTHING;

    private static final int STEPS_PER_BUCKET = 8;
    /** Page tables are copied and unmapped one by one, and each of 512 pages of 4 KiB is counted at once. */
    private static final long ONE_CHANGE = 2 << 20;

    private final LaneId.RssLane id;
    private final Trace trace;
    private final int[] rows;
    private final MinMaxPyramid pyramid;
    private final long greatestBytes;
    private final int tornDownRow;

    CounterLane(LaneId.RssLane id, Trace trace, int[] rows) {
        this.id = id;
        this.trace = trace;
        this.rows = rows;
        tornDownRow = trace.mms().get(id.mm()).exitMmapRow();
        pyramid = new MinMaxPyramid(trace.firstNs(), trace.lastNs(), rows.length / STEPS_PER_BUCKET);
        long most = 0;
        for (int i = 0; i < rows.length; i++) {
            pyramid.cover(startNs(i), holds(i) ? endNs(i) : startNs(i), kib(i));
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

    /** The counter's value in bytes at this step; the kernel may print it slightly below zero. */
    public long value(int step) {
        return Payload.rssBytes(trace.argument(rows[step]));
    }

    /** Whether the value is known until the next step, or to the end of the trace. */
    public boolean holds(int step) {
        return Math.abs(next(step) - value(step)) <= ONE_CHANGE;
    }

    /** The value at the next step; at the last one 0 where the mm is torn down after it, else the same value. */
    public long next(int step) {
        return step + 1 < rows.length ? value(step + 1) : tornDownRow > rows[step] ? 0 : value(step);
    }

    /** When {@link #next} is. */
    public long untilNs(int step) {
        return step + 1 == rows.length && tornDownRow > rows[step] ? trace.tsNs(tornDownRow) : endNs(step);
    }

    /** The last step not after the event in this row, -1 if there is none. O(log n). */
    public int stepAt(int row) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows[middle] <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
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
     * Writes the least and the greatest known value of every column, in KiB rounded down; {@link #NOTHING} as the least
     * where nothing is known. O(columns) where zoomed out, O(columns + steps in sight) where steps are few.
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
            boolean carried = next > 0 && holds(next - 1) && (next < rows.length ? startNs(next) : trace.lastNs()) > from;
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
