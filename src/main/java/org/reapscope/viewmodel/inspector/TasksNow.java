package org.reapscope.viewmodel.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Reap;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** The state of every task at a moment, those that matter first. */
final class TasksNow {

    private final Trace trace;
    private final Lanes lanes;
    private final @Nullable Kill kill;

    TasksNow(Lanes lanes, @Nullable Kill kill) {
        this.trace = lanes.trace();
        this.lanes = lanes;
        this.kill = kill;
    }

    /** Right after the event in {@code row}: those of the kill first, then by how much their state matters. O(tasks log n). */
    List<TaskNow> at(int row) {
        List<TaskNow> result = new ArrayList<>();
        for (Task task : trace.tasks()) {
            StateLane lane = task.id() == Task.IDLE ? null : lanes.task(task.id());
            int interval = lane == null ? -1 : lane.atRow(row);
            if (lane != null && interval >= 0) {
                result.add(now(task, lane, interval, row));
            }
        }
        result.sort(Comparator.comparingInt(this::rank).thenComparing(TaskNow::state, Comparator.reverseOrder())
                .thenComparingInt(TaskNow::task));
        return result;
    }

    private TaskNow now(Task task, StateLane lane, int interval, int row) {
        TaskState state = lane.state(interval);
        boolean known = state != TaskState.UNKNOWN;
        return new TaskNow(task.id(), task.label(), state, state.onCpu() ? trace.cpu(lane.row(interval)) : -1,
                known ? trace.tsNs(row) - lane.startNs(interval) : -1, kill != null && kill.isThread(task.id()));
    }

    private int rank(TaskNow now) {
        if (kill == null) {
            return 2;
        }
        return now.ofVictim() || now.task() == kill.byTask() || teardownBy(now.task()) || reaps(now.task()) ? 0
                : now.state() == TaskState.DEAD || now.state() == TaskState.UNKNOWN || now.state() == TaskState.SLEEPING ? 2 : 1;
    }

    private boolean teardownBy(int task) {
        return kill != null && kill.teardown() != null && kill.teardown().task() == task;
    }

    private boolean reaps(int task) {
        return kill != null && kill.reaps().stream().mapToInt(Reap::task).anyMatch(t -> t == task);
    }
}
