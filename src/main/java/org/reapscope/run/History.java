package org.reapscope.run;

import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Preempt;

/** What a {@link Policy} may know of the run so far. Grows by one step at a time; not thread-safe. */
public final class History {

    private final int[] steps;
    private int depth;
    private int last = -1;
    private int streak;
    private Preempt preempt = Preempt.YES;

    private History(int tasks) {
        steps = new int[tasks];
    }

    /** The history of the run that leads to a node. O(depth). */
    public static History of(RunTree tree, int node) {
        History history = new History(tree.machine().tasks());
        int[] path = tree.path(node);
        for (int i = 0; i < path.length - 1; i++) {
            history.add(path[i], Preempt.YES);
        }
        if (path.length > 0) {
            history.took(tree.machine(), tree.state(tree.parent(node)), path[path.length - 1]);
        }
        return history;
    }

    /** Notes that {@code task} took its next step in the state {@code before}. */
    public void took(Machine machine, long[] before, int task) {
        add(task, machine.next(before, 0, task).map(History::after).orElse(Preempt.YES));
    }

    /** How many steps the task has taken. */
    public int steps(int task) {
        return steps[task];
    }

    /** How many steps have been taken. */
    public int depth() {
        return depth;
    }

    /** The task that stepped last, -1 before the first step. */
    public int last() {
        return last;
    }

    /** How many steps the last task took in a row. */
    public int streak() {
        return streak;
    }

    /** Whether the scheduler may take the CPU from the task that stepped last. */
    public boolean preemptible() {
        return preempt != Preempt.NO;
    }

    private void add(int task, Preempt after) {
        steps[task]++;
        depth++;
        streak = task == last ? streak + 1 : 1;
        last = task;
        preempt = after;
    }

    private static Preempt after(LinkedStep step) {
        return step.parts().getLast().preempt();
    }
}
