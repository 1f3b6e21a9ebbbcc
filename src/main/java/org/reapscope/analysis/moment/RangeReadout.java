package org.reapscope.analysis.moment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/**
 * What lies between cursors A and B.
 *
 * @param clock what the trace's times are
 * @param gapNs from A to B; negative if B is before A
 * @param events how many events lie between them, both ends included
 * @param tasks how long each task was in which state, those with most time on a CPU first
 */
public record RangeReadout(ClockFigures clock, long gapNs, int events, List<TaskTimes> tasks) {

    /**
     * The times of one task.
     *
     * @param task its id
     * @param label {@code comm-tid}
     * @param ns by {@link TaskState} ordinal
     */
    public record TaskTimes(int task, String label, long[] ns) {

        /** Time spent on a CPU. */
        long onCpuNs() {
            long sum = 0;
            for (TaskState state : TaskState.values()) {
                sum += state.onCpu() ? ns[state.ordinal()] : 0;
            }
            return sum;
        }

        /** Time spent neither asleep nor unknown nor dead. */
        long awakeNs() {
            long sum = 0;
            for (TaskState state : TaskState.values()) {
                boolean idle = state == TaskState.UNKNOWN || state == TaskState.DEAD || state == TaskState.SLEEPING || state == TaskState.ZOMBIE;
                sum += idle ? 0 : ns[state.ordinal()];
            }
            return sum;
        }
    }

    /** Whether it takes so many intervals that it should not be read out on the JavaFX thread. */
    public static boolean heavy(Trace trace, long aNs, long bNs) {
        return events(trace, Math.min(aNs, bNs), Math.max(aNs, bNs)) > 200_000;
    }

    /** O(tasks log n + intervals between the cursors). */
    public static RangeReadout of(Lanes lanes, long aNs, long bNs, Progress progress) {
        Trace trace = lanes.trace();
        long from = Math.min(aNs, bNs);
        long to = Math.max(aNs, bNs);
        List<TaskTimes> tasks = new ArrayList<>();
        for (Task task : trace.tasks()) {
            StateLane lane = task.id() == Task.IDLE ? null : lanes.task(task.id());
            if (lane != null) {
                TaskTimes times = new TaskTimes(task.id(), task.label(), sums(lane, from, to));
                if (times.awakeNs() > 0) {
                    tasks.add(times);
                }
            }
            progress.report(task.id(), trace.tasks().size());
        }
        tasks.sort(Comparator.comparingLong(TaskTimes::onCpuNs).reversed()
                .thenComparing(Comparator.comparingLong(TaskTimes::awakeNs).reversed()).thenComparingInt(TaskTimes::task));
        return new RangeReadout(ClockFigures.of(trace), bNs - aNs, events(trace, from, to), tasks);
    }

    private static int events(Trace trace, long from, long to) {
        return (to == Long.MAX_VALUE ? trace.size() : trace.rowAtOrAfter(to + 1)) - trace.rowAtOrAfter(from);
    }

    private static long[] sums(StateLane lane, long from, long to) {
        long[] sums = new long[TaskState.values().length];
        for (int i = Math.max(0, lane.at(Math.max(from, lane.startNs(0)))); i < lane.size() && lane.startNs(i) < to; i++) {
            long overlap = Math.min(to, lane.endNs(i)) - Math.max(from, lane.startNs(i));
            sums[lane.state(i).ordinal()] += Math.max(0, overlap);
        }
        return sums;
    }
}
