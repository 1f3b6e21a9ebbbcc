package org.reapscope.analysis.detector;

import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Figures;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** How long a task was not on a CPU between two rows, and why. */
final class OffCpu {

    /** Shares below one part in this many are not worth a word. */
    private static final int SHARE = 10;

    private OffCpu() {}

    /** ", preempted for X of it, asleep for Y of it"; empty where the task ran nearly all the time, or nothing is known. */
    static String words(Facts facts, int task, int fromRow, int toRow) {
        StateLane states = facts.lanes().task(task);
        if (states == null || toRow <= fromRow) {
            return "";
        }
        long fromNs = facts.trace().tsNs(fromRow);
        long toNs = facts.trace().tsNs(toRow);
        long waits = 0;
        long sleeps = 0;
        for (int i = Math.max(0, states.atRow(fromRow)); i < states.size() && states.row(i) < toRow; i++) {
            long span = Math.min(toNs, states.endNs(i)) - Math.max(fromNs, states.startNs(i));
            waits += states.state(i).waitsForCpu() ? Math.max(0, span) : 0;
            sleeps += sleeps(states.state(i)) ? Math.max(0, span) : 0;
        }
        return share("without a CPU", waits, toNs - fromNs) + share("asleep", sleeps, toNs - fromNs);
    }

    private static boolean sleeps(TaskState state) {
        return switch (state) {
            case SLEEPING, UNINTERRUPTIBLE, UNINTERRUPTIBLE_LOCK, STOPPED, TRACED, FROZEN -> true;
            default -> false;
        };
    }

    private static String share(String what, long ns, long all) {
        return ns * SHARE > all ? ", " + what + " for " + Figures.time(ns) + " of it" : "";
    }
}
