package org.reapscope.trace.lane;

import java.util.function.IntPredicate;

import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Events of different CPUs that the clock cannot tell apart: what seems to contradict what was believed may only stand in
 * the wrong order.
 */
final class Ties {

    /** With a coarse clock nearly everything is tied; so many rows are looked at, and the rest counts as what it seems. */
    private static final int FARTHEST = 64;

    private final Trace trace;

    Ties(Trace trace) {
        this.trace = trace;
    }

    /** Whether the task leaves another CPU after this row, and may really have left before it. */
    boolean leavesAfter(int row, int task) {
        return follows(row, r -> trace.tracepoint(r) == Tracepoint.SCHED_SWITCH && trace.task(r) == task);
    }

    /** Whether another CPU wakes the task after this row, and may really have woken it before. */
    boolean wakesAfter(int row, int task) {
        return follows(row, r -> switch (trace.tracepoint(r)) {
            case SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW -> trace.object(r) == task;
            default -> false;
        });
    }

    private boolean follows(int row, IntPredicate wanted) {
        long end = trace.tsNs(row) + trace.source().resolutionNs();
        for (int r = row + 1; r < Math.min(trace.size(), row + FARTHEST) && trace.tsNs(r) < end; r++) {
            if (trace.cpu(r) != trace.cpu(row) && wanted.test(r)) {
                return true;
            }
        }
        return false;
    }
}
