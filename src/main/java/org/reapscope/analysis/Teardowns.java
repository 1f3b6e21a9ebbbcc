package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Mm;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/** Finds the teardown of an mm in the mmap_lock events around its exit_mmap. */
final class Teardowns {

    /** How many rows ahead the search begins with; it doubles. */
    private static final int FIRST_LOOK = 256;

    private final Trace trace;
    private final Lanes lanes;
    private final EventRows rows;
    private final ExitMm exitMm;

    Teardowns(Trace trace, Lanes lanes, EventRows rows, ExitMm exitMm) {
        this.exitMm = exitMm;
        this.trace = trace;
        this.lanes = lanes;
        this.rows = rows;
    }

    /** The teardown whose exit_mmap the trace has; null if it has none. */
    @Nullable Teardown ofMm(int mm) {
        Mm row = trace.mms().get(mm);
        return row.exitMmapRow() < 0 ? null : of(trace.task(row.exitMmapRow()), mm, row.exitMmapRow());
    }

    /**
     * The teardown in a trace that records no exit_mmap: the first write cycle on the mm after {@code from} that follows
     * a read cycle of the same task on it. Null if there is none. O(spans of the lock up to it).
     */
    @Nullable Teardown afterRow(int mm, int from) {
        SpanLane lane = lanes.mmapLock(mm);
        for (long rowsAhead = FIRST_LOOK; lane != null; rowsAhead *= 2) {
            int to = (int) Math.min(trace.size() - 1L, from + rowsAhead);
            for (int span : lane.touching(from, to)) {
                if (lane.write(span) && lane.acquiredRow(span) >= from && !lane.openEnd(span)) {
                    Teardown found = of(lane.task(span), mm, lane.lastRow(span));
                    if (found.unmapped() != null) {
                        return found;
                    }
                }
            }
            if (to == trace.size() - 1) {
                return null;
            }
        }
        return null;
    }

    private Teardown of(int task, int mm, int doneRow) {
        Steps steps = new Steps(task, mm, rows.mmapLockBefore(task, doneRow) - 1);
        int writeLocked = steps.back(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, true);
        int writeAsked = steps.back(Tracepoint.MMAP_LOCK_START_LOCKING, true);
        int unmapped = steps.back(Tracepoint.MMAP_LOCK_RELEASED, false);
        int began = steps.back(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, false);
        if (unmapped >= 0 && unmapped == exitMm.releaseRow(task)) {
            unmapped = -1;
            began = -1;
        }
        Task by = trace.tasks().get(task);
        return new Teardown(task, by.tid(), by.comm(), Moment.of(trace, began), Moment.of(trace, unmapped),
                Moment.of(trace, writeAsked), Moment.of(trace, writeLocked), new Moment(doneRow, trace.tsNs(doneRow)));
    }

    /** Walks a task's mmap_lock events backwards as long as they are those that a teardown makes. */
    private final class Steps {
        private final int task;
        private final int mm;
        private int next;

        Steps(int task, int mm, int next) {
            this.task = task;
            this.mm = mm;
            this.next = next;
        }

        int back(Tracepoint tracepoint, boolean write) {
            if (next < 0) {
                return -1;
            }
            int row = rows.mmapLockRow(task, next);
            if (trace.object(row) != mm || trace.tracepoint(row) != tracepoint || Payload.write(trace.argument(row)) != write) {
                return -1;
            }
            next--;
            return row;
        }
    }
}
