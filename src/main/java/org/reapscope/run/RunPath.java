package org.reapscope.run;

import java.util.Arrays;

import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.trace.lane.TaskState;

/**
 * The branch that a run stands on, from its beginning to its tip, with the state after each step. Depth 0 is the initial
 * state; step {@code i} leads from depth {@code i} to {@code i + 1}. A few hundred bytes a step, any state at once.
 */
public final class RunPath implements Course {

    private final Machine machine;
    private final Placement placement;
    private final RunMarks marks;
    private long[][] states = new long[64][];
    private int[] tasks = new int[0];
    private int tip;
    private int generation;
    private int changedFrom;

    RunPath(Machine machine, int cpus) {
        this.machine = machine;
        placement = Placement.on(machine, cpus);
        marks = new RunMarks(machine);
        states[0] = machine.initial();
    }

    /** The path of a schedule, all of whose steps can be taken. */
    public static RunPath of(Machine machine, int[] schedule, int cpus) {
        Stepper stepper = new Stepper(machine);
        stepper.replay(schedule);
        RunPath path = new RunPath(machine, cpus);
        path.follow(stepper);
        return path;
    }

    private RunPath(RunPath from) {
        machine = from.machine;
        placement = from.placement.copy();
        marks = from.marks.copy();
        states = from.states.clone();
        tasks = from.tasks;
        tip = from.tip;
        generation = from.generation;
    }

    /** One that is the same now and goes its own way from there. */
    public RunPath copy() {
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
        changedFrom = Math.min(from, placement.follow(path, this::state));
        generation++;
        marks.follow(this, from);
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public int length() {
        return tasks.length;
    }

    @Override
    public long[] state(int depth) {
        return states[depth];
    }

    /** Counts how often the branch changed. */
    public int generation() {
        return generation;
    }

    /** The first step about which anything changed the last time. */
    public int changedFrom() {
        return changedFrom;
    }

    /** Who took the steps; not to be changed. */
    public int[] tasks() {
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

    @Override
    public boolean steps(int step, int task) {
        return tasks[step] == task;
    }

    @Override
    public TaskState during(int step, int task) {
        long[] after = states[step + 1];
        return tasks[step] == task ? TaskStates.stepping(machine, after, task)
                : TaskStates.standing(machine, after, task, cpu(task, step) >= 0);
    }

    /** What a task does at a depth, before the next step is taken. */
    public TaskState at(int depth, int task) {
        return TaskStates.standing(machine, states[depth], task, depth > 0 && cpu(task, depth - 1) >= 0);
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
}
