package org.reapscope.analysis.detector;

import org.reapscope.analysis.Facts;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/**
 * Whether the time from mmap_lock_start_locking to acquire_returned was a wait for the lock. An interrupt between the two
 * takes as long. A wait that is longer than a short spin goes through the slow path of the rwsem, which says
 * contention_begin, and sleeps in D ({@code kernel/locking/rwsem.c}).
 */
enum RwsemWaits {
    /** The task slept for the lock, or contention_begin says that it had to wait. */
    PROVEN,
    /** Contention is not recorded, and it did not sleep: it may have waited. */
    POSSIBLE,
    /** Contention is recorded, and there was none. */
    NONE;

    private static final long NO_RWSEM = Payload.LOCK_SPIN | Payload.LOCK_MUTEX | Payload.LOCK_RT | Payload.LOCK_PERCPU | Payload.IN_INTERRUPT;

    /** O(events of the task's states meanwhile + log n). */
    static RwsemWaits of(Facts facts, SpanLane lane, int span) {
        int from = lane.row(span);
        int to = lane.acquiredRow(span) >= 0 ? lane.acquiredRow(span) : lane.lastRow(span);
        int task = lane.task(span);
        if (contended(facts, task, from, to) || slept(facts, task, from, to)) {
            return PROVEN;
        }
        return facts.rows().has(Tracepoint.CONTENTION_BEGIN) && facts.trace().lost() == 0 ? NONE : POSSIBLE;
    }

    private static boolean contended(Facts facts, int task, int from, int to) {
        for (int begin = facts.rows().lastContention(task, to); begin > from; begin = facts.rows().lastContention(task, begin)) {
            if ((facts.trace().argument(begin) & NO_RWSEM) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean slept(Facts facts, int task, int from, int to) {
        StateLane states = facts.lanes().task(task);
        for (int i = states == null ? 0 : Math.max(0, states.atRow(from)); states != null && i < states.size() && states.row(i) < to; i++) {
            if (states.row(i) > from && (states.state(i) == TaskState.UNINTERRUPTIBLE_LOCK || states.state(i) == TaskState.UNINTERRUPTIBLE)) {
                return true;
            }
        }
        return false;
    }
}
