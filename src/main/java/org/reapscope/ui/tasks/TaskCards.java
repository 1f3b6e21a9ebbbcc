package org.reapscope.ui.tasks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import org.reapscope.analysis.Finding;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.RowIndex;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.StateLane;

/** Answers what each task of a trace does at a moment. Immutable; any thread may read. */
public final class TaskCards {

    /** How many of a task's events are looked at to find the system call that it is in. */
    private static final int LOOK_BACK = 400;

    private final Trace trace;
    private final Lanes lanes;
    private final RowIndex byTask;
    private final int[] busiestFirst;

    private TaskCards(Trace trace, Lanes lanes, RowIndex byTask) {
        this.trace = trace;
        this.lanes = lanes;
        this.byTask = byTask;
        busiestFirst = IntStream.range(Task.IDLE + 1, trace.tasks().size())
                .mapToLong(id -> (long) -byTask.count(id) << 32 | id).sorted().mapToInt(key -> (int) key).toArray();
    }

    /** Makes the index that the answers need. O(rows). */
    public static TaskCards of(Trace trace, Lanes lanes, Progress progress) {
        progress.report(0, 1);
        return new TaskCards(trace, lanes, RowIndex.byTask(trace));
    }

    public Trace trace() {
        return trace;
    }

    /**
     * The tasks in the order of their cards: those of the findings at this moment, the most severe first; then those
     * that are still there, by the number of their events; then those that are not. The idle task has no card.
     * O(findings + tasks log n).
     */
    public List<Task> tasks(List<Finding> findings, long ns) {
        Set<Integer> concerned = new LinkedHashSet<>();
        findings.stream().filter(f -> f.startNs() <= ns && ns <= f.endNs())
                .sorted(Comparator.comparing(Finding::severity).reversed()).forEach(f -> concerned.addAll(f.tasks()));
        List<Task> order = new ArrayList<>(trace.tasks().size());
        concerned.stream().filter(id -> id > Task.IDLE && id < trace.tasks().size()).map(trace.tasks()::get).forEach(order::add);
        List<Task> gone = new ArrayList<>();
        for (int id : busiestFirst) {
            Task task = trace.tasks().get(id);
            if (!concerned.contains(id)) {
                (gone(task, ns) ? gone : order).add(task);
            }
        }
        order.addAll(gone);
        return order;
    }

    private boolean gone(Task task, long ns) {
        StateLane lane = lanes.task(task.id());
        return lane == null || switch (lane.stateAt(ns)) {
            case DEAD, ZOMBIE, UNKNOWN -> true;
            default -> false;
        };
    }

    /** Whether a task has this text in its name, or as its tid or tgid. */
    public static boolean matches(Task task, String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || task.comm().toLowerCase(Locale.ROOT).contains(wanted)
                || Integer.toString(task.tid()).equals(wanted) || Integer.toString(task.tgid()).equals(wanted);
    }

    /** What the task does at this moment. O(log rows), and a bounded look back. */
    public TaskCard at(Task task, long ns) {
        StateLane lane = lanes.task(task.id());
        int interval = lane == null ? -1 : lane.at(ns);
        if (lane == null || interval < 0) {
            return TaskCard.UNKNOWN;
        }
        int cpu = lane.state(interval).onCpu() ? trace.cpu(lane.row(interval)) : -1;
        return new TaskCard(lane.state(interval), cpu, gone(task, ns) ? "" : doing(task, ns));
    }

    private String doing(Task task, long ns) {
        int last = byTask.countBefore(task.id(), trace.rowAtOrAfter(ns == Long.MAX_VALUE ? ns : ns + 1)) - 1;
        if (last < 0) {
            return "";
        }
        for (int i = last; i >= Math.max(0, last - LOOK_BACK); i--) {
            int row = byTask.row(task.id(), i);
            Tracepoint tracepoint = trace.tracepoint(row);
            if (tracepoint == Tracepoint.SYS_ENTER) {
                return trace.syscall(row) + "()";
            }
            if (tracepoint == Tracepoint.SYS_EXIT || tracepoint == Tracepoint.SCHED_PROCESS_EXIT) {
                break;
            }
        }
        return trace.eventName(byTask.row(task.id(), last));
    }
}
