package org.reapscope.picture;

import java.util.function.IntPredicate;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Blocker;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/**
 * Follows an event to the one that brought it about, and to the one that it brought about: a switch-in to the wakeup, a
 * wakeup to the switch-in, a delivery to who sent the signal, a lock that was got to who let go of it, a return to its call.
 * Rows; -1 where the trace does not tell. O(distance).
 */
public final class WakeCauses {

    private final Lanes lanes;
    private final Trace trace;

    public WakeCauses(Lanes lanes) {
        this.lanes = lanes;
        trace = lanes.trace();
    }

    /** What brought the event about. */
    public int causeOf(int row) {
        int task = trace.task(row);
        int object = trace.object(row);
        return switch (trace.tracepoint(row)) {
            case SCHED_SWITCH -> back(row, r -> isWakeup(r) && trace.object(r) == object);
            case SCHED_WAKEUP, SCHED_WAKEUP_NEW -> back(row, r -> is(r, Tracepoint.SCHED_WAKING) && trace.object(r) == object);
            case SIGNAL_DELIVER -> generated(row);
            case SCHED_PROCESS_EXIT -> back(row, r -> is(r, Tracepoint.SIGNAL_DELIVER) && trace.task(r) == task);
            case MMAP_LOCK_ACQUIRE_RETURNED -> blocker(row);
            case MMAP_LOCK_RELEASED -> back(row, r -> is(r, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED) && same(r, task, object));
            case EXIT_MMAP -> back(row, r -> is(r, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED) && trace.task(r) == task
                    && Payload.write(trace.argument(r)));
            case CONTENTION_END -> back(row, r -> is(r, Tracepoint.CONTENTION_BEGIN) && same(r, task, object));
            case SYS_EXIT -> back(row, r -> is(r, Tracepoint.SYS_ENTER) && same(r, task, object));
            case START_TASK_REAPING -> back(row, r -> is(r, Tracepoint.WAKE_REAPER) && trace.object(r) == object);
            case WAKE_REAPER -> back(row, r -> is(r, Tracepoint.MARK_VICTIM) && trace.object(r) == object);
            case FINISH_TASK_REAPING, SKIP_TASK_REAPING ->
                    back(row, r -> is(r, Tracepoint.START_TASK_REAPING) && trace.object(r) == object);
            default -> -1;
        };
    }

    /** What the event brought about. */
    public int effectOf(int row) {
        int task = trace.task(row);
        int object = trace.object(row);
        return switch (trace.tracepoint(row)) {
            case SCHED_WAKING -> on(row, r -> isWakeup(r) && trace.tracepoint(r) != Tracepoint.SCHED_WAKING && trace.object(r) == object);
            case SCHED_WAKEUP, SCHED_WAKEUP_NEW -> on(row, r -> is(r, Tracepoint.SCHED_SWITCH) && trace.object(r) == object);
            case SCHED_SWITCH -> on(row, r -> is(r, Tracepoint.SCHED_SWITCH) && trace.object(r) == task);
            case SIGNAL_GENERATE -> delivered(row);
            case SIGNAL_DELIVER -> on(row, r -> is(r, Tracepoint.SCHED_PROCESS_EXIT) && trace.task(r) == task);
            case SCHED_PROCESS_EXIT -> on(row, r -> is(r, Tracepoint.MMAP_LOCK_RELEASED) && trace.task(r) == task);
            case MMAP_LOCK_START_LOCKING -> on(row, r -> is(r, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED) && same(r, task, object));
            case MMAP_LOCK_ACQUIRE_RETURNED -> on(row, r -> is(r, Tracepoint.MMAP_LOCK_RELEASED) && same(r, task, object));
            case MMAP_LOCK_RELEASED -> letIn(row);
            case CONTENTION_BEGIN -> on(row, r -> is(r, Tracepoint.CONTENTION_END) && same(r, task, object));
            case SYS_ENTER -> on(row, r -> is(r, Tracepoint.SYS_EXIT) && same(r, task, object));
            case MARK_VICTIM -> on(row, r -> is(r, Tracepoint.WAKE_REAPER) && trace.object(r) == object);
            case WAKE_REAPER -> on(row, r -> is(r, Tracepoint.START_TASK_REAPING) && trace.object(r) == object);
            case START_TASK_REAPING -> on(row, r -> (is(r, Tracepoint.FINISH_TASK_REAPING)
                    || is(r, Tracepoint.SKIP_TASK_REAPING)) && trace.object(r) == object);
            default -> -1;
        };
    }

    private int generated(int deliverRow) {
        for (int i = lanes.signals().firstAtOrAfter(trace.tsNs(deliverRow) + 1) - 1; i >= 0; i--) {
            if (lanes.signals().deliveredRow(i) == deliverRow) {
                return lanes.signals().generatedRow(i);
            }
        }
        return -1;
    }

    private int delivered(int generateRow) {
        int i = lanes.signals().firstAtOrAfter(trace.tsNs(generateRow));
        while (i < lanes.signals().size() && lanes.signals().generatedRow(i) < generateRow) {
            i++;
        }
        boolean found = i < lanes.signals().size() && lanes.signals().generatedRow(i) == generateRow;
        return found ? lanes.signals().deliveredRow(i) : -1;
    }

    /** Who let go last before the lock was got; the request itself where nobody was in the way. */
    private int blocker(int acquiredRow) {
        int mm = trace.object(acquiredRow);
        SpanLane lane = mm < 0 ? null : lanes.mmapLock(mm);
        int released = -1;
        if (lane != null) {
            for (int span : lane.touching(acquiredRow, acquiredRow)) {
                if (lane.acquiredRow(span) == acquiredRow) {
                    for (Blocker blocker : lane.blockers(span)) {
                        released = Math.max(released, lane.lastRow(blocker.span()) < acquiredRow ? lane.lastRow(blocker.span()) : -1);
                    }
                }
            }
        }
        int task = trace.task(acquiredRow);
        return released >= 0 ? released
                : back(acquiredRow, r -> is(r, Tracepoint.MMAP_LOCK_START_LOCKING) && same(r, task, mm));
    }

    /** The first to get the lock after this release, if it asked for it before. */
    private int letIn(int releasedRow) {
        int mm = trace.object(releasedRow);
        int next = on(releasedRow, r -> is(r, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED) && trace.object(r) == mm);
        SpanLane lane = mm < 0 ? null : lanes.mmapLock(mm);
        if (next >= 0 && lane != null) {
            for (int span : lane.touching(next, next)) {
                if (lane.acquiredRow(span) == next && lane.row(span) < releasedRow) {
                    return next;
                }
            }
        }
        return -1;
    }

    private int back(int row, IntPredicate wanted) {
        for (int i = row - 1; i >= 0; i--) {
            if (wanted.test(i)) {
                return i;
            }
        }
        return -1;
    }

    private int on(int row, IntPredicate wanted) {
        for (int i = row + 1; i < trace.size(); i++) {
            if (wanted.test(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean is(int row, Tracepoint tracepoint) {
        return trace.tracepoint(row) == tracepoint;
    }

    private boolean isWakeup(int row) {
        return switch (trace.tracepoint(row)) {
            case SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW -> true;
            default -> false;
        };
    }

    private boolean same(int row, int task, int object) {
        return trace.task(row) == task && trace.object(row) == object;
    }
}
