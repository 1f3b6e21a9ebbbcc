package org.reapscope.run;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;

/**
 * A place in a {@link RunTree}, and the moves from there: one step, back, forward again, anywhere. Not thread-safe.
 *
 * <p>Forward follows the branch that was taken last, so stepping back and forward again shows the same run.
 */
public final class Stepper {

    /** A run that nobody ends stops after so many steps, since programs may loop for ever. */
    public static final int LONGEST_RUN = 100_000;

    private static final int REPORT_EVERY = 256;

    private final RunTree tree;
    private int node = RunTree.ROOT;
    private int tip = RunTree.ROOT;
    private long[] state;

    public Stepper(Machine machine) {
        tree = new RunTree(machine);
        state = machine.initial();
    }

    private Stepper(Stepper from) {
        tree = from.tree.copy();
        node = from.node;
        tip = from.tip;
        state = from.state;
    }

    /** One that stands at the same place and goes its own way from there. */
    public Stepper copy() {
        return new Stepper(this);
    }

    public Machine machine() {
        return tree.machine();
    }

    public RunTree tree() {
        return tree;
    }

    /** Where it stands. */
    public int node() {
        return node;
    }

    /** How many steps led here. */
    public int depth() {
        return tree.depth(node);
    }

    /** The end of the branch it stands on. */
    public int tip() {
        return tip;
    }

    /** A copy of the state here. */
    public long[] state() {
        return state.clone();
    }

    /** What each task would do next, by task. */
    public List<Choice> choices() {
        return Choice.all(machine(), state);
    }

    /**
     * Lets a task take its next step.
     *
     * @throws ScheduleException if it cannot
     */
    public void step(int task) {
        int next = tree.step(node, task, state);
        if (tree.depth(tip) <= tree.depth(node) || tree.at(tip, tree.depth(next)) != next) {
            tip = next;
        }
        moveTo(next);
    }

    /** Lets the policy choose who steps; false if it says nobody. */
    public boolean step(Policy policy) {
        int task = policy.choose(machine(), state, History.of(tree, node));
        if (task != Policy.NOBODY) {
            step(task);
        }
        return task != Policy.NOBODY;
    }

    /** One step back; false at the beginning. */
    public boolean back() {
        if (node == RunTree.ROOT) {
            return false;
        }
        moveTo(tree.parent(node));
        return true;
    }

    /** One step forward on the branch that was taken last; false at its end. */
    public boolean forward() {
        if (node == tip) {
            return false;
        }
        moveTo(tree.at(tip, tree.depth(node) + 1));
        return true;
    }

    /** To a depth of the branch it stands on, the nearest there is. */
    public void jump(int depth) {
        moveTo(tree.at(tip, Math.max(0, depth)));
    }

    /** To any node; its branch becomes the one that it stands on. */
    public void select(int target) {
        tip = target;
        while (tree.lastChild(tip) >= 0) {
            tip = tree.lastChild(tip);
        }
        moveTo(target);
    }

    /** To a node of the branch that ends, for this, at {@code end}; to the node on its own if the branch does not pass it. */
    public void stand(int end, int target) {
        tip = tree.depth(end) >= tree.depth(target) && tree.at(end, tree.depth(target)) == target ? end : target;
        moveTo(target);
    }

    /**
     * Goes along the branch that it stands on until a condition is met or the branch ends.
     *
     * @return the condition that was met, or null
     */
    public @Nullable BreakCondition follow(List<BreakCondition> breaks) {
        while (node != tip) {
            int task = tree.task(tree.at(tip, tree.depth(node) + 1));
            long[] before = state;
            LinkedStep step = machine().next(before, 0, task).orElseThrow();
            forward();
            for (BreakCondition condition : breaks) {
                if (condition.met(machine(), before, state, task, step)) {
                    return condition;
                }
            }
        }
        return null;
    }

    /**
     * Steps as the policy says until a condition is met, the policy says nobody, or {@code limit} steps are taken.
     *
     * @return the condition that was met, or null
     */
    public @Nullable BreakCondition run(Policy policy, List<BreakCondition> breaks, int limit,
            Progress progress) {
        History history = History.of(tree, node);
        for (int taken = 0; taken < limit; taken++) {
            int task = policy.choose(machine(), state, history);
            if (task == Policy.NOBODY) {
                return null;
            }
            long[] before = state;
            LinkedStep step = machine().next(before, 0, task).orElseThrow(
                    () -> new ScheduleException(machine().spec().tasks().get(task).name() + " is done and cannot step"));
            step(task);
            history.took(machine(), before, task);
            for (BreakCondition condition : breaks) {
                if (condition.met(machine(), before, state, task, step)) {
                    return condition;
                }
            }
            if (taken % REPORT_EVERY == 0) {
                progress.report(taken, limit);
            }
        }
        return null;
    }

    /**
     * Takes the steps of a schedule from where it stands.
     *
     * @throws ScheduleException at the first step that cannot be taken; those before it are kept
     */
    public void replay(int[] schedule) {
        replay(schedule, Progress.NONE);
    }

    /** The same, telling how far it is. */
    public void replay(int[] schedule, Progress progress) {
        for (int i = 0; i < schedule.length; i++) {
            step(schedule[i]);
            if (i % REPORT_EVERY == 0) {
                progress.report(i, schedule.length);
            }
        }
    }

    /** Whether some task can still step. */
    public boolean canGoOn() {
        return machine().enabledMask(state, 0) != 0;
    }

    /** The schedule that leads here. */
    public int[] path() {
        return tree.path(node);
    }

    private void moveTo(int target) {
        if (tree.parent(target) == node) {
            long[] next = state.clone();
            machine().step(next, 0, tree.task(target));
            state = next;
        } else {
            state = tree.state(target);
        }
        node = target;
    }
}
