package org.reapscope.picture.run;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * A row over the steps of a run.
 *
 * @param group the heading it stands under
 * @param title its name
 * @param detail a second, smaller line of its name; empty for none
 * @param units its height in units, of which a lane of a task has two
 * @param at what it shows at a step, null for nothing
 */
public record RunLane(Group group, String title, String detail, double units, IntFunction<@Nullable Strip> at) {

    /** The headings, in order. */
    public enum Group { OUTCOMES, TASK_STATES, ADDRESS_SPACE, LOCKS }
}
