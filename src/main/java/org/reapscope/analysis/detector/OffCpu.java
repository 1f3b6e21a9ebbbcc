package org.reapscope.analysis.detector;

import java.util.function.Predicate;

import org.reapscope.analysis.Facts;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** How long a task was not on a CPU between two rows, and why. */
final class OffCpu {

    /** Shares below one part in this many are not worth a word. */
    private static final int SHARE = 10;

    private OffCpu() {}

    /** ", without a CPU for X of it, asleep for Y of it"; empty where the task ran nearly all the time, or nothing is known. */
    static String words(Facts facts, int task, int fromRow, int toRow) {
        return share(facts, task, fromRow, toRow, ", without a CPU", TaskState::waitsForCpu)
                + share(facts, task, fromRow, toRow, ", asleep", OffCpu::sleeps);
    }

    /** "; it was awake but without a CPU for X of it" alone, for a task that sleeps because it waits for a lock. */
    static String waitsForCpu(Facts facts, int task, int fromRow, int toRow) {
        return share(facts, task, fromRow, toRow, "; it was awake but without a CPU", TaskState::waitsForCpu);
    }

    private static String share(Facts facts, int task, int fromRow, int toRow, String lead, Predicate<TaskState> counts) {
        StateLane states = facts.lanes().task(task);
        long fromNs = facts.trace().tsNs(fromRow);
        long toNs = facts.trace().tsNs(toRow);
        long sum = 0;
        for (int i = states == null ? 0 : Math.max(0, states.atRow(fromRow)); states != null && i < states.size() && states.row(i) < toRow; i++) {
            long span = Math.min(toNs, states.endNs(i)) - Math.max(fromNs, states.startNs(i));
            sum += counts.test(states.state(i)) ? Math.max(0, span) : 0;
        }
        return sum * SHARE > toNs - fromNs ? lead + " for " + facts.time(sum) + " of it" : "";
    }

    private static boolean sleeps(TaskState state) {
        return switch (state) {
            case SLEEPING, UNINTERRUPTIBLE, UNINTERRUPTIBLE_LOCK, STOPPED, TRACED, FROZEN -> true;
            default -> false;
        };
    }
}
