package org.reapscope.explore.report;

import java.util.List;

import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.OutcomeSpace;

/**
 * What was still open about one property along the branch that a run stands on.
 *
 * @param property its name
 * @param lamps one for every depth, the beginning included
 * @param chances the probability at every depth, NaN while unknown
 * @param decisive the step (from 1) that settled it; 0 if it was settled from the beginning, -1 if it is open at the end
 */
public record LampRow(String property, List<Lamp> lamps, List<Double> chances, int decisive) {

    public LampRow {
        lamps = List.copyOf(lamps);
        chances = List.copyOf(chances);
    }

    /** Along these states of a space. */
    public static LampRow of(OutcomeSpace space, int property, int[] states) {
        List<Lamp> lamps = new java.util.ArrayList<>();
        List<Double> chances = new java.util.ArrayList<>();
        int decisive = -1;
        for (int depth = 0; depth < states.length; depth++) {
            Lamp lamp = space.lamp(states[depth], property);
            if (lamp.settled() && decisive < 0) {
                decisive = depth;
            }
            lamps.add(lamp);
            chances.add(states[depth] < 0 ? Double.NaN : space.chance(states[depth], property));
        }
        return new LampRow(space.properties().get(property), lamps, chances, decisive);
    }

    /** The lamp at a depth, that of the last known depth beyond it. */
    public Lamp at(int depth) {
        return lamps.get(Math.min(depth, lamps.size() - 1));
    }

    /** The probability at a depth. */
    public double chance(int depth) {
        return chances.get(Math.min(depth, chances.size() - 1));
    }
}
