package org.reapscope.analysis.moment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** The states of the tasks at a moment, those that matter first. */
public final class TasksNow {

    /** More than these nobody reads, and a trace may have a million. */
    private static final int MOST = 500;

    private record Found(int task, StateLane lane, int interval, TaskState state, int rank) {}

    private static final Comparator<Found> MATTERS_MOST = Comparator.comparingInt(Found::rank)
            .thenComparing(Found::state, Comparator.reverseOrder()).thenComparingInt(Found::task);

    private final Trace trace;
    private final Lanes lanes;
    private final BitSet victims = new BitSet();
    private final BitSet actors = new BitSet();
    private final boolean killed;

    public TasksNow(Lanes lanes, @Nullable Kill kill) {
        this.trace = lanes.trace();
        this.lanes = lanes;
        killed = kill != null;
        if (kill != null) {
            kill.threads().forEach(thread -> mark(victims, thread.task()));
            actors.or(victims);
            mark(actors, kill.byTask());
            kill.reaps().forEach(reap -> mark(actors, reap.task()));
            if (kill.teardown() != null) {
                mark(actors, kill.teardown().task());
            }
        }
    }

    /** Right after the event in {@code row}: those of the kill first, then by how much their state matters. O(tasks log n). */
    public FirstOf<TaskNow> at(int row) {
        PriorityQueue<Found> best = new PriorityQueue<>(MATTERS_MOST.reversed());
        int count = 0;
        for (int task = Task.IDLE + 1; task < trace.tasks().size(); task++) {
            StateLane lane = lanes.task(task);
            int interval = lane == null ? -1 : lane.atRow(row);
            if (lane != null && interval >= 0) {
                count++;
                best.add(new Found(task, lane, interval, lane.state(interval), rank(task, lane.state(interval))));
                if (best.size() > MOST) {
                    best.remove();
                }
            }
        }
        List<Found> order = new ArrayList<>(best);
        order.sort(MATTERS_MOST);
        return new FirstOf<>(order.stream().map(found -> now(found, row)).toList(), count - order.size());
    }

    private TaskNow now(Found found, int row) {
        Task task = trace.tasks().get(found.task);
        return new TaskNow(task.id(), task.label(), found.state, found.state.onCpu() ? trace.cpu(found.lane.row(found.interval)) : -1,
                found.state == TaskState.UNKNOWN ? -1 : trace.tsNs(row) - found.lane.startNs(found.interval), victims.get(found.task));
    }

    private int rank(int task, TaskState state) {
        return !killed ? 2 : actors.get(task) ? 0
                : state == TaskState.DEAD || state == TaskState.UNKNOWN || state == TaskState.SLEEPING ? 2 : 1;
    }

    private static void mark(BitSet tasks, int task) {
        if (task >= 0) {
            tasks.set(task);
        }
    }
}
