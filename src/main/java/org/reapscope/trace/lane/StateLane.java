package org.reapscope.trace.lane;

import org.reapscope.trace.Trace;

/**
 * States that follow each other without a gap: of a task, or of a CPU. 5 bytes an interval.
 *
 * <p>A lane begins at the first row of the trace (with {@link TaskState#UNKNOWN} until there is evidence), or at the
 * fork that made its task. The last interval goes on to the end of the trace; its end is open.
 */
public final class StateLane implements Lane {

    /** Bit of a column's mask beside those of {@link TaskState#bit}: an interval begins there. */
    public static final int EDGE = TimePyramid.EDGE;

    private static final int INTERVALS_PER_BUCKET = 4;
    private static final int STEPS = 16;

    private final LaneId id;
    private final Trace trace;
    private final int[] rows;
    private final byte[] states;
    private final TimePyramid pyramid;
    private final MaskTree tree;

    StateLane(LaneId id, Trace trace, StateSeq seq) {
        this.id = id;
        this.trace = trace;
        rows = seq.rows();
        states = seq.states();
        tree = new MaskTree(states);
        pyramid = new TimePyramid(trace.firstNs(), trace.lastNs(), rows.length / INTERVALS_PER_BUCKET);
        for (int i = 0; i < rows.length; i++) {
            long start = startNs(i);
            pyramid.cover(start, endNs(i), 1 << states[i]);
            pyramid.cover(start, start, EDGE);
        }
        pyramid.seal();
    }

    @Override
    public LaneId id() {
        return id;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int row(int interval) {
        return rows[interval];
    }

    public TaskState state(int interval) {
        return TaskState.of(states[interval]);
    }

    /** The task that runs, in the lane of a CPU; the lane's own task, in the lane of a task; -1 if not known. */
    public int task(int interval) {
        return switch (id) {
            case LaneId.TaskLane lane -> lane.task();
            case LaneId.CpuLane cpu -> occupant(interval);
            default -> -1;
        };
    }

    @Override
    public long startNs(int interval) {
        return trace.tsNs(rows[interval]);
    }

    @Override
    public long endNs(int interval) {
        return interval + 1 < rows.length ? trace.tsNs(rows[interval + 1]) : trace.lastNs();
    }

    @Override
    public boolean openEnd(int interval) {
        return interval + 1 == rows.length;
    }

    /** The state at a time; {@link TaskState#UNKNOWN} outside the trace. */
    public TaskState stateAt(long ns) {
        int i = at(ns);
        return i < 0 ? TaskState.UNKNOWN : state(i);
    }

    /** The interval that holds right after the event in this row, -1 if the lane has not begun. O(log n). */
    public int atRow(int row) {
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
     * Writes for every column which states occur in it, as {@link TaskState#bit}s, and {@link #EDGE} if an interval
     * begins in it; 0 where there is nothing. O(columns) at any zoom.
     *
     * @param out at least {@code columns.count()} long
     */
    public void masks(TimeColumns columns, short[] out) {
        if (pyramid.serves(columns)) {
            pyramid.masks(columns, out);
        } else {
            exactMasks(columns, out);
        }
    }

    @Override
    public long bytes() {
        return 64 + 5L * rows.length + pyramid.bytes() + tree.bytes();
    }

    private void exactMasks(TimeColumns columns, short[] out) {
        int next = startedBefore(columns.edgeNs(0), 0);
        for (int c = 0; c < columns.count(); c++) {
            long from = columns.edgeNs(c);
            long to = columns.endNs(c);
            boolean carried = next > 0 && (next < rows.length ? startNs(next) : trace.lastNs()) > from;
            int mask = carried ? 1 << states[next - 1] : 0;
            int end = startedBefore(to, next);
            if (end > next) {
                mask |= tree.or(next, end) | EDGE;
            }
            out[c] = (short) mask;
            if (c + 1 < columns.count() && to == columns.edgeNs(c + 1)) {
                next = end;
            }
        }
    }

    /** How many intervals begin before {@code ns}; at least {@code from} are known to. Gallops. */
    private int startedBefore(long ns, int from) {
        int low = from;
        int step = STEPS;
        while (low + step < rows.length && startNs(low + step) < ns) {
            low += step;
            step *= 2;
        }
        int high = Math.min(rows.length, low + step);
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

    private int occupant(int interval) {
        return switch (state(interval)) {
            case UNKNOWN -> -1;
            default -> SchedReplay.occupant(trace, rows[interval]);
        };
    }
}
