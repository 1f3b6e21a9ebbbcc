package org.reapscope.ui.tasks;

import org.reapscope.trace.lane.TaskState;

/**
 * What is known of one task at one moment.
 *
 * @param state what it does
 * @param cpu the CPU that it runs on, -1 if on none
 * @param doing the kernel's name for what it is in, empty if nothing tells
 */
public record TaskCard(TaskState state, int cpu, String doing) {

    /** Nothing is known. */
    public static final TaskCard UNKNOWN = new TaskCard(TaskState.UNKNOWN, -1, "");
}
