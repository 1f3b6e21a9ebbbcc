package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Mm;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** Finds the teardown of an mm in the mmap_lock events around its exit_mmap. */
final class Teardowns {

    private final Trace trace;
    private final EventRows rows;

    Teardowns(Trace trace, EventRows rows) {
        this.trace = trace;
        this.rows = rows;
    }

    /** The teardown whose exit_mmap the trace has; null if it has none. */
    @Nullable Teardown ofMm(int mm) {
        Mm row = trace.mms().get(mm);
        return row.exitMmapRow() < 0 ? null : of(trace.task(row.exitMmapRow()), mm, row.exitMmapRow());
    }

    /**
     * A write cycle of this task on its mm that follows a read cycle on it, the last one being after {@code from}: the
     * teardown in a trace that records no exit_mmap. Null if there is none.
     */
    @Nullable Teardown ofTask(int task, int mm, int from) {
        for (int i = rows.mmapLockBefore(task, from); i < rows.mmapLockCount(task); i++) {
            int row = rows.mmapLockRow(task, i);
            if (trace.object(row) == mm && trace.tracepoint(row) == Tracepoint.MMAP_LOCK_RELEASED
                    && Payload.write(trace.argument(row))) {
                Teardown found = of(task, mm, row);
                return found.unmapped() == null ? null : found;
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
