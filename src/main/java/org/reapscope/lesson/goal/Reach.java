package org.reapscope.lesson.goal;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.store.StateTable;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.LessonException;

/**
 * Everything that can happen from a state on until a goal is reached: whether it can be, whether it must, and the shortest
 * ways to it and around it. Exact, breadth first, so ways have the fewest steps; ties go to the first task.
 */
public final class Reach {

    /** Larger scenarios than this are refused: a lesson waits for the answer. */
    public static final int MOST_STATES = 4_000_000;

    private static final int OFTEN = 1 << 12;

    private final Goal goal;
    private final Machine machine;
    private final StateTable states;
    private int reached = -1;
    private int missed = -1;

    private Reach(Goal goal) {
        this.goal = goal;
        this.machine = goal.machine();
        this.states = new StateTable(machine.words(), MOST_STATES);
    }

    /**
     * Searches from a state of the goal's machine.
     *
     * @throws LessonException if there are more than {@link #MOST_STATES} states
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static Reach from(long[] state, Goal goal, Progress progress) {
        Reach reach = new Reach(goal);
        reach.search(state, progress);
        return reach;
    }

    private void search(long[] start, Progress progress) {
        states.add(start, 0, -1, -1);
        for (int at = 0; at < states.size(); at++) {
            if (at % OFTEN == 0) {
                progress.report(at, -1);
            }
            long[] here = states.state(at);
            long enabled = machine.enabledMask(here, 0);
            if (goal.reached(here)) {
                reached = reached < 0 ? at : reached;
            } else if (enabled == 0) {
                missed = missed < 0 ? at : missed;
            } else {
                open(at, here, enabled);
            }
        }
    }

    private void open(int at, long[] here, long enabled) {
        for (long rest = enabled; rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            long[] there = here.clone();
            machine.step(there, 0, task);
            states.add(there, 0, at, task);
            if (states.size() >= MOST_STATES) {
                throw new LessonException("the scenario has more than " + MOST_STATES + " states from here on; take one with fewer threads or page tables");
            }
        }
    }

    /** What is still open. */
    public Lamp lamp() {
        return reached < 0 ? Lamp.IMPOSSIBLE : missed < 0 ? Lamp.CERTAIN : Lamp.POSSIBLE;
    }

    /** The fewest steps to the goal, -1 if there is no way. */
    public int fewest() {
        return reached < 0 ? -1 : way(reached).length;
    }

    /** A way with the fewest steps to the goal; empty if there is none, or if it is reached already. */
    public int[] way() {
        return reached < 0 ? new int[0] : way(reached);
    }

    /** A shortest way to an end at which the goal was not reached; empty if there is none. */
    public int[] around() {
        return missed < 0 ? new int[0] : way(missed);
    }

    /** How many states were looked at. */
    public int states() {
        return states.size();
    }

    private int[] way(int state) {
        int length = 0;
        for (int at = state; states.parent(at) >= 0; at = states.parent(at)) {
            length++;
        }
        int[] way = new int[length];
        for (int at = state, k = length - 1; k >= 0; at = states.parent(at), k--) {
            way[k] = states.task(at);
        }
        return way;
    }
}
