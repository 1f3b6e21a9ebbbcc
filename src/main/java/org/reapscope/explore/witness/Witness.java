package org.reapscope.explore.witness;

import java.util.Arrays;

import org.reapscope.kernel.Machine;

/**
 * A schedule that shows something.
 *
 * @param schedule the tasks that step, in order
 * @param preemptions how often another task steps although the one before could have gone on
 */
public record Witness(int[] schedule, int preemptions) {

    /** Keeps a copy. */
    public Witness {
        schedule = schedule.clone();
    }

    /**
     * A schedule and its preemptions.
     *
     * @throws IllegalArgumentException if a step cannot be taken
     */
    public static Witness of(Machine machine, int[] schedule) {
        long[] state = machine.initial();
        int preemptions = 0;
        for (int k = 0; k < schedule.length; k++) {
            if (!machine.enabled(state, 0, schedule[k])) {
                throw new IllegalArgumentException("step " + (k + 1) + " cannot be taken: "
                        + machine.spec().tasks().get(schedule[k]).name() + " cannot step there");
            }
            boolean switched = k > 0 && schedule[k] != schedule[k - 1];
            preemptions += switched && machine.enabled(state, 0, schedule[k - 1]) ? 1 : 0;
            machine.step(state, 0, schedule[k]);
        }
        return new Witness(schedule, preemptions);
    }

    /** How many steps it has. */
    public int steps() {
        return schedule.length;
    }

    /** The state it leads to. */
    public long[] end(Machine machine) {
        long[] state = machine.initial();
        for (int task : schedule) {
            machine.step(state, 0, task);
        }
        return state;
    }

    @Override
    public int[] schedule() {
        return schedule.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Witness w && preemptions == w.preemptions && Arrays.equals(schedule, w.schedule);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(schedule) + preemptions;
    }

    @Override
    public String toString() {
        return steps() + " steps, " + preemptions + " preemptions: " + Arrays.toString(schedule);
    }
}
