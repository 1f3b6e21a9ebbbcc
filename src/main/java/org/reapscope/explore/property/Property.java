package org.reapscope.explore.property;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Fact;

/**
 * A question about all schedules of a machine.
 *
 * @param text as it was written; its name in reports
 * @param kind what is asked
 * @param wants the facts that the machine must be asked for, so that the question can be answered
 * @param fact the name of the one that is asked about; empty for {@link Kind#DEADLOCK}
 * @param steps for {@link Kind#AFTER} the ids of the step
 * @param count for {@link Kind#MAX}, {@link Kind#MIN}, {@link Kind#MEAN}: what of the number is looked at
 * @param speeds for {@link Kind#PROBABILITY}: tasks that are not of speed 1
 */
public record Property(String text, Kind kind, List<Fact> wants, String fact, List<String> steps, Count count,
        Map<String, Double> speeds) {

    /** Keeps copies. */
    public Property {
        wants = List.copyOf(wants);
        steps = List.copyOf(steps);
        speeds = Map.copyOf(speeds);
    }

    /** What is asked. */
    public enum Kind {
        /** Can it come to hold? */
        REACH,
        /** Does it never hold? */
        NEVER,
        /** Does it always hold? The fact is its opposite, which then must never hold. */
        ALWAYS,
        /** Does it come to hold on every schedule that goes on to its end? */
        INEVITABLE,
        /** Does it hold whenever the step has just been taken? */
        AFTER,
        /** The largest value. */
        MAX,
        /** The smallest value. */
        MIN,
        /** The mean under the uniform scheduler. */
        MEAN,
        /** How likely it is to come to hold. */
        PROBABILITY,
        /** Can it happen that nobody can step, although somebody is not done? */
        DEADLOCK
    }

    /** What of a number is looked at. */
    public enum Count {
        /** Its value when the schedule ends. */
        AT_END,
        /** All its rises together. */
        RISES,
        /** Its sum over all states. */
        SUM
    }

    /** Whether it asks if the fact ever holds, rather than about its value. */
    public boolean isAboutEver() {
        return switch (kind) {
            case REACH, NEVER, ALWAYS, INEVITABLE, PROBABILITY -> true;
            case AFTER, MAX, MIN, MEAN, DEADLOCK -> false;
        };
    }

    /** Whether a yes or no answers it. */
    public boolean isVerdict() {
        return switch (kind) {
            case REACH, NEVER, ALWAYS, INEVITABLE, DEADLOCK, AFTER -> true;
            case MAX, MIN, MEAN, PROBABILITY -> false;
        };
    }
}
