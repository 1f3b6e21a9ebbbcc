package org.reapscope.viewmodel.run;

import java.util.Arrays;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.MmView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TaskView;
import org.reapscope.schedule.Placement;
import org.reapscope.schedule.Stepper;
import org.reapscope.trace.lane.TaskState;

/**
 * The branch that a run stands on, from its beginning to its tip, with the state after each step. Depth 0 is the initial
 * state; step {@code i} leads from depth {@code i} to {@code i + 1}. A few hundred bytes a step, any state at once.
 */
public final class RunPath {

    private final Machine machine;
    private final Placement placement;
    private final RunMarks marks;
    private long[][] states = new long[64][];
    private int[] tasks = new int[0];
    private int tip;

    RunPath(Machine machine, int cpus) {
        this.machine = machine;
        placement = Placement.on(machine, cpus);
        marks = new RunMarks(machine);
        states[0] = machine.initial();
    }

    private RunPath(RunPath from) {
        machine = from.machine;
        placement = from.placement.copy();
        marks = from.marks.copy();
        states = from.states.clone();
        tasks = from.tasks;
        tip = from.tip;
    }

    /** One that is the same now and goes its own way from there. */
    RunPath copy() {
        return new RunPath(this);
    }

    /** Takes over the stepper's branch; what it has in common with the one before is kept. */
    void follow(Stepper stepper) {
        if (stepper.tip() == tip) {
            return;
        }
        tip = stepper.tip();
        int[] path = stepper.tree().path(tip);
        int common = Arrays.mismatch(path, tasks);
        int from = common < 0 ? path.length : common;
        if (path.length + 1 > states.length) {
            states = Arrays.copyOf(states, Math.max(path.length + 1, 2 * states.length));
        }
        for (int i = from; i < path.length; i++) {
            states[i + 1] = states[i].clone();
            machine.step(states[i + 1], 0, path[i]);
        }
        tasks = path;
        placement.follow(path, this::state);
        marks.follow(this, from);
    }

    public Machine machine() {
        return machine;
    }

    /** How many steps it has. */
    public int length() {
        return tasks.length;
    }

    /** The state at a depth; not to be changed. */
    public long[] state(int depth) {
        return states[depth];
    }

    /** Who took the steps; not to be changed. */
    int[] tasks() {
        return tasks;
    }

    /** What is remarkable at which step. */
    public RunMarks marks() {
        return marks;
    }

    /** Who took a step. */
    public int task(int step) {
        return tasks[step];
    }

    /** What was done. */
    public LinkedStep step(int step) {
        return machine.next(states[step], 0, tasks[step]).orElseThrow();
    }

    /** What was done, as a sentence. */
    public String sentence(int step) {
        return machine.spec().tasks().get(tasks[step]).name() + " "
                + machine.sentence(states[step], states[step + 1], tasks[step]);
    }

    /** How many tasks lost their CPU although they could have gone on. */
    public int preemptions() {
        return placement.preemptions();
    }

    /** The CPU that a task is on when a step is taken, -1 if on none. */
    public int cpu(int task, int step) {
        return placement.cpu(task, step);
    }

    /** What a task does while a step is taken. */
    public TaskState during(int step, int task) {
        long[] after = states[step + 1];
        return tasks[step] != task ? standing(after, task, cpu(task, step) >= 0)
                : exiting(after, task) ? TaskState.EXITING : TaskState.RUNNING;
    }

    /** What a task does at a depth, before the next step is taken. */
    public TaskState at(int depth, int task) {
        return standing(states[depth], task, depth > 0 && cpu(task, depth - 1) >= 0);
    }

    /** The first depth at which a fact holds that stays true once it is; -1 if none. O(log steps). */
    public int since(String fact) {
        if (!machine.holds(fact, states[length()], 0)) {
            return -1;
        }
        int low = 0;
        int high = length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (machine.holds(fact, states[middle], 0)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private TaskState standing(long[] state, int task, boolean onCpu) {
        TaskView view = new TaskView(machine, state, 0, task);
        if (machine.done(state, 0, task)) {
            return switch (view.value(TaskFields.EXIT_STATE)) {
                case TaskFields.ZOMBIE -> TaskState.ZOMBIE;
                case TaskFields.DEAD -> TaskState.DEAD;
                default -> TaskState.SLEEPING;
            };
        }
        if (view.runnable()) {
            boolean exiting = exiting(state, task);
            return onCpu ? exiting ? TaskState.EXITING : TaskState.RUNNING
                    : exiting ? TaskState.EXITING_RUNNABLE : TaskState.RUNNABLE;
        }
        return view.blocked().map(RunPath::waiting).orElse(TaskState.UNKNOWN);
    }

    private static TaskState waiting(Blocked blocked) {
        return blocked.lock() != null ? TaskState.UNINTERRUPTIBLE_LOCK : switch (blocked.waits()) {
            case IDLE, INTERRUPTIBLE -> TaskState.SLEEPING;
            case SPIN -> TaskState.RUNNING;
            case KILLABLE, UNINTERRUPTIBLE -> TaskState.UNINTERRUPTIBLE;
            case FROZEN -> TaskState.FROZEN;
            case ZOMBIE -> TaskState.ZOMBIE;
        };
    }

    private boolean exiting(long[] state, int task) {
        int value = new TaskView(machine, state, 0, task).value(TaskFields.EXITING);
        return value != MmView.UNKNOWN && value != 0;
    }
}
