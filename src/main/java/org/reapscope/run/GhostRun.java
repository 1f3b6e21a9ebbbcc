package org.reapscope.run;

import java.util.List;

import org.reapscope.kernel.Machine;
import org.reapscope.trace.lane.TaskState;

/**
 * A second patch set over the run that is stepped, on the same schedule.
 *
 * @param patches its patches; empty for none
 * @param ghost its states
 * @param path the run that it is laid over; a task is on a CPU in the ghost when it is there
 */
public record GhostRun(List<String> patches, Ghost ghost, RunPath path) implements Course {

    private static final int MOST_VALUES = 3;

    public GhostRun {
        patches = List.copyOf(patches);
    }

    GhostRun copy(RunPath newPath) {
        return new GhostRun(patches, ghost.copy(), newPath);
    }

    @Override
    public Machine machine() {
        return ghost.machine();
    }

    @Override
    public int length() {
        return ghost.length();
    }

    @Override
    public long[] state(int depth) {
        return ghost.state(depth);
    }

    @Override
    public boolean steps(int step, int task) {
        return machine().pc(state(step), 0, task) != machine().pc(state(step + 1), 0, task);
    }

    @Override
    public TaskState during(int step, int task) {
        return steps(step, task) ? TaskStates.stepping(machine(), state(step + 1), task)
                : TaskStates.standing(machine(), state(step + 1), task, path.cpu(task, step) >= 0);
    }

    /** Short: {@code (f)}, {@code (f) (j)}, {@code no patches}. */
    public String title() {
        return patches.isEmpty() ? "no patches" : "(" + String.join(") (", patches) + ")";
    }

    /** The first step, from 1, where the two differ; 0 if they do not so far. */
    public int firstDifference() {
        return ghost.difference().map(d -> d.step() + 1).orElse(0);
    }

    /** Where the two differ and how, and how each stands at the end of the schedule. */
    public String sentence() {
        return (parting() + " " + ending()).strip();
    }

    /** How the two end, in one sentence; empty where that is not known. */
    public String ending() {
        String here = RunEnd.of(path.machine(), path.state(path.length()));
        String there = RunEnd.of(machine(), state(length()));
        return there.isEmpty() ? "" : here.equals(there) ? "After all " + length() + " steps, here as there: " + there + "."
                : "After all " + length() + " steps, there: " + there + "; here: " + here + ".";
    }

    private String parting() {
        return ghost.difference().map(d -> "Same schedule with " + title() + ": the same up to step " + d.step() + "; at step "
                + (d.step() + 1) + " " + ghost.taskName(d.task()) + (d.first().equals(d.second()) ? " does " + d.first()
                        : " does " + d.first() + " here, and there: " + d.second())
                + values(d.values()) + ".")
                .orElse("Same schedule with " + title() + ": no difference in " + ghost.length() + " steps.");
    }

    private static String values(List<Change> values) {
        if (values.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("; ");
        for (int i = 0; i < Math.min(MOST_VALUES, values.size()); i++) {
            Change value = values.get(i);
            text.append(i == 0 ? "" : ", ").append(value.name()).append(" is ").append(value.before()).append(" here, ")
                    .append(value.after()).append(" there");
        }
        return text.append(values.size() > MOST_VALUES ? ", and " + (values.size() - MOST_VALUES) + " more" : "").toString();
    }
}
