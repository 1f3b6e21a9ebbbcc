package org.reapscope.picture;

import java.util.List;

import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.LaneId;

/**
 * What a strip is about, to say which events belong to it.
 *
 * @param lanes the lanes of the strip; empty means every event
 */
public record Subject(List<LaneId> lanes) {

    /** Every event of the trace. */
    public static final Subject EVERYTHING = new Subject(List.of());

    public Subject {
        lanes = List.copyOf(lanes);
    }

    /** Whether the event in this row tells something about the subject. O(lanes). */
    public boolean has(Trace trace, int row) {
        if (lanes.isEmpty()) {
            return true;
        }
        for (LaneId lane : lanes) {
            if (has(trace, row, lane)) {
                return true;
            }
        }
        return false;
    }

    /** The first row after {@code row} that belongs to the subject, -1 if there is none. */
    public int next(Trace trace, int row) {
        for (int i = row + 1; i < trace.size(); i++) {
            if (has(trace, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The last row before {@code row} that belongs to the subject, -1 if there is none. */
    public int previous(Trace trace, int row) {
        for (int i = Math.min(row, trace.size()) - 1; i >= 0; i--) {
            if (has(trace, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean has(Trace trace, int row, LaneId lane) {
        return switch (lane) {
            case LaneId.TaskLane(int task) -> trace.task(row) == task
                    || trace.object(row) == task && namesTask(trace.tracepoint(row));
            case LaneId.CpuLane(int cpu) -> trace.cpu(row) == cpu;
            case LaneId.MmapLockLane(int mm) -> trace.object(row) == mm && switch (trace.tracepoint(row)) {
                case MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED, MMAP_LOCK_RELEASED, EXIT_MMAP -> true;
                default -> false;
            };
            case LaneId.SpinlockLane(int lock) -> trace.object(row) == lock && switch (trace.tracepoint(row)) {
                case CONTENTION_BEGIN, CONTENTION_END -> true;
                default -> false;
            };
            case LaneId.RssLane(int mm, var _) -> trace.object(row) == mm && trace.tracepoint(row) == Tracepoint.RSS_STAT;
        };
    }

    /** Whether the object of such an event is a task. */
    static boolean namesTask(Tracepoint tracepoint) {
        return switch (tracepoint) {
            case SCHED_SWITCH, SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW, SCHED_MIGRATE_TASK, SCHED_PROCESS_FORK,
                    SCHED_PROCESS_EXEC, SCHED_PROCESS_EXIT, SCHED_PROCESS_FREE, SCHED_PROCESS_WAIT, TASK_NEWTASK, TASK_RENAME,
                    SIGNAL_GENERATE, MARK_VICTIM, WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING,
                    SKIP_TASK_REAPING, OOM_SCORE_ADJ_UPDATE -> true;
            default -> false;
        };
    }
}
