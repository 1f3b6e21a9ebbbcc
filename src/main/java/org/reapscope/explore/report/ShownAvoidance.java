package org.reapscope.explore.report;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.kernel.Machine;
import org.reapscope.run.ScheduleText;

/**
 * A schedule that never comes to something.
 *
 * @param avoidance the schedule
 * @param stem the steps to its end, or to where it begins to go round, as text that the stepper replays
 * @param cycle the steps once round as text; empty if it ends
 */
public record ShownAvoidance(Avoidance avoidance, String stem, String cycle) {

    static @Nullable ShownAvoidance of(Machine machine, @Nullable Avoidance avoidance) {
        if (avoidance == null) {
            return null;
        }
        int[] way = avoidance.way().schedule();
        return new ShownAvoidance(avoidance, ScheduleText.format(machine, Arrays.copyOf(way, avoidance.stem())),
                ScheduleText.format(machine, Arrays.copyOfRange(way, avoidance.stem(), way.length)));
    }
}
