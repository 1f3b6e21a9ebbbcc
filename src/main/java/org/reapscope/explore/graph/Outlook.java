package org.reapscope.explore.graph;

import org.reapscope.kernel.Machine;

/**
 * A schedule seen with what was still open about one fact at each of its steps.
 *
 * @param lamps one for every state of the run, the one before the first step included
 * @param decisiveStep the step (counted from 0) after which the matter was settled; -1 if it was from the beginning, and
 *     the number of steps if it is still open at the end
 */
public record Outlook(java.util.List<Lamp> lamps, int decisiveStep) {

    /** Keeps a copy. */
    public Outlook {
        lamps = java.util.List.copyOf(lamps);
    }

    /**
     * Follows a schedule.
     *
     * @param schedule tasks, each of which can step when its turn comes
     * @throws IllegalArgumentException if one cannot
     */
    public static Outlook of(Lookahead lookahead, int fact, int[] schedule) {
        Machine machine = lookahead.graph().machine();
        java.util.List<Lamp> lamps = new java.util.ArrayList<>();
        long[] state = machine.initial();
        boolean happened = false;
        int decisive = schedule.length;
        for (int k = 0; k <= schedule.length; k++) {
            happened |= (machine.compiled().facts(state, 0) >>> fact & 1) != 0;
            Lamp lamp = happened ? Lamp.CERTAIN : lookahead.lamp(lookahead.graph().find(state), fact);
            if (lamp.settled() && decisive == schedule.length) {
                decisive = k - 1;
            }
            lamps.add(lamp);
            if (k < schedule.length) {
                if (!machine.enabled(state, 0, schedule[k])) {
                    throw new IllegalArgumentException("step " + (k + 1) + " of the schedule cannot be taken");
                }
                machine.step(state, 0, schedule[k]);
            }
        }
        return new Outlook(lamps, decisive);
    }
}
