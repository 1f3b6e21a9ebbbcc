package org.reapscope.picture.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.picture.Doings;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Row;
import org.reapscope.picture.StatePainter;
import org.reapscope.picture.Strip;
import org.reapscope.picture.Strips;
import org.reapscope.run.Course;
import org.reapscope.run.GhostRun;
import org.reapscope.run.Recorder;
import org.reapscope.run.Walkers;
import org.reapscope.trace.Task;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.TaskState;

/** The tasks of a run: their states by the trace, and what they did by the machine. */
final class TaskRows {

    private final RunScene scene;
    private final Machine machine;

    TaskRows(RunScene scene) {
        this.scene = scene;
        machine = scene.machine();
    }

    /** A row for each task, in the order of the scenario. */
    List<PlannedRow> rows() {
        List<PlannedRow> rows = new ArrayList<>();
        for (int task = 0; task < machine.tasks(); task++) {
            TaskSpec spec = machine.spec().tasks().get(task);
            Optional<Task> traced = scene.lanes().trace().tasks().stream().filter(t -> t.tid() == spec.pid()).findFirst();
            if (traced.isPresent()) {
                rows.add(new PlannedRow(LaneKey.of(traced.get()), new Row.Course(new LaneId.TaskLane(traced.get().id()), doings(task),
                        ghost(task), spec.name()), PlannedRow.Kind.LANES));
            }
        }
        return rows;
    }

    private Doings doings(int task) {
        List<Doings.Doing> pieces = new ArrayList<>();
        for (int step = 0; step < scene.path().length(); step++) {
            Doings.Doing doing = doing(task, step);
            Doings.Doing last = pieces.isEmpty() ? null : pieces.getLast();
            boolean goesOn = doing != null && last != null && doing.kind() != Doings.Kind.STEP && last.kind() == doing.kind()
                    && last.endNs() == doing.startNs() && last.text().equals(doing.text());
            if (goesOn && last != null && doing != null) {
                pieces.set(pieces.size() - 1, new Doings.Doing(last.startNs(), doing.endNs(), doing.kind(), doing.text()));
            } else if (doing != null) {
                pieces.add(doing);
            }
        }
        return new Doings(pieces);
    }

    private Doings.@Nullable Doing doing(int task, int step) {
        long from = Recorder.timeNs(step);
        long to = Recorder.timeNs(step + 1);
        long[] after = scene.path().state(step + 1);
        if (scene.path().steps(step, task)) {
            return new Doings.Doing(from, to, Doings.Kind.STEP, scene.path().step(step).step().function());
        }
        if (Walkers.spins(machine, after, task)) {
            return new Doings.Doing(from, to, Doings.Kind.SPINS, "spins on " + wanted(after, task));
        }
        Optional<Blocked> blocked = machine.blockedOn(after, 0, task).filter(b -> b.lock() != null);
        return blocked.isEmpty() ? null : new Doings.Doing(from, to, Doings.Kind.WAITS, "waits for " + wanted(after, task));
    }

    private String wanted(long[] state, int task) {
        return machine.blockedOn(state, 0, task).map(b -> b.lock() == null ? "" : b.lock().name()
                + (b.holders().isEmpty() ? "" : " of " + names(b.holders()))).orElse("");
    }

    private String names(List<Integer> tasks) {
        return tasks.stream().map(t -> machine.spec().tasks().get(t).name()).collect(Collectors.joining(", "));
    }

    /** The task's states in the ghost, where they are others. */
    private Strips ghost(int task) {
        GhostRun ghost = scene.ghost();
        return ghost == null ? Strips.NONE : states(scene.path(), task).differing(states(ghost, task));
    }

    private static Strips states(Course course, int task) {
        return OverSteps.of(course.length(), depth -> {
            if (depth == 0) {
                return null;
            }
            TaskState state = course.during(depth - 1, task);
            return Strip.full(state.title(), StatePainter.role(state));
        });
    }
}
