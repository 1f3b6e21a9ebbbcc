package org.reapscope.trace.lane;

import java.util.HashSet;
import java.util.Set;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Pairs the three mmap_lock events, and contention_begin with contention_end. Rows are given in order.
 *
 * <p>An end without a beginning reaches back to the trace's first row only where nothing was lost and the task has not
 * been seen with that lock before; otherwise it stays an instant whose beginning is unknown. Where releases, or ends of
 * contention, are not recorded at all, nothing is held or waited for beyond the event that is.
 */
final class LockReplay {

    private final Trace trace;
    private final SpanSeq mmapLocks;
    private final SpanSeq spinlocks;
    private final Set<Long> seen = new HashSet<>();
    private final Set<Tracepoint> recorded;

    LockReplay(Trace trace) {
        this.trace = trace;
        recorded = trace.present();
        mmapLocks = new SpanSeq();
        spinlocks = new SpanSeq();
    }

    void step(int row, Tracepoint tracepoint) {
        switch (tracepoint) {
            case MMAP_LOCK_START_LOCKING -> startLocking(row);
            case MMAP_LOCK_ACQUIRE_RETURNED -> acquireReturned(row);
            case MMAP_LOCK_RELEASED -> released(row);
            case CONTENTION_BEGIN -> contentionBegin(row);
            case CONTENTION_END -> contentionEnd(row);
            default -> { }
        }
    }

    SpanSeq mmapLocks() {
        return mmapLocks;
    }

    SpanSeq spinlocks() {
        return spinlocks;
    }

    private void startLocking(int row) {
        int task = trace.task(row);
        int mm = trace.object(row);
        loseOpen(task, mm);
        seen.add(key(task, mm));
        mmapLocks.begin(task, mm, row, -1, writeFlag(row));
    }

    private void acquireReturned(int row) {
        int task = trace.task(row);
        int mm = trace.object(row);
        seen.add(key(task, mm));
        int span = mmapLocks.openSpan(task, mm);
        if (span < 0 || mmapLocks.acquired(span)) {
            loseOpen(task, mm);
            span = mmapLocks.begin(task, mm, row, -1, writeFlag(row));
        }
        mmapLocks.acquire(span, row);
        if (!Payload.success(trace.argument(row))) {
            mmapLocks.close(task, span, row, SpanLane.FAILED);
        } else if (!recorded.contains(Tracepoint.MMAP_LOCK_RELEASED)) {
            mmapLocks.lose(task, span);
        }
    }

    private void released(int row) {
        int task = trace.task(row);
        int mm = trace.object(row);
        int span = mmapLocks.openSpan(task, mm);
        if (span >= 0 && mmapLocks.acquired(span)) {
            mmapLocks.close(task, span, row, 0);
            return;
        }
        loseOpen(task, mm);
        boolean sinceBefore = seen.add(key(task, mm)) && trace.lost() == 0 && recorded.contains(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED)
                && trace.tasks().get(task).bornRow() < 0;
        int since = sinceBefore ? 0 : row;
        mmapLocks.closed(mm, since, since, row, writeFlag(row) | SpanLane.START_UNKNOWN);
    }

    private void contentionBegin(int row) {
        if ((trace.argument(row) & Payload.LOCK_SPIN) == 0) {
            return;
        }
        int task = trace.task(row);
        int open = spinlocks.openSpan(task, trace.object(row));
        if (open >= 0) {
            spinlocks.lose(task, open);
        }
        int span = spinlocks.begin(task, trace.object(row), row, -1, (trace.argument(row) & Payload.LOCK_READ) == 0 ? SpanLane.WRITE : 0);
        if (!recorded.contains(Tracepoint.CONTENTION_END)) {
            spinlocks.lose(task, span);
        }
    }

    private void contentionEnd(int row) {
        int task = trace.task(row);
        int span = spinlocks.openSpan(task, trace.object(row));
        if (span >= 0) {
            spinlocks.acquire(span, row);
            spinlocks.close(task, span, row, 0);
        }
    }

    private void loseOpen(int task, int mm) {
        int span = mmapLocks.openSpan(task, mm);
        if (span >= 0) {
            mmapLocks.lose(task, span);
        }
    }

    private int writeFlag(int row) {
        return Payload.write(trace.argument(row)) ? SpanLane.WRITE : 0;
    }

    private static long key(int task, int mm) {
        return (long) task << 32 | mm;
    }
}
