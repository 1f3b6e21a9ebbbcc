package org.reapscope.ui.kit;

import java.util.Locale;

import org.reapscope.trace.lane.TaskState;

/** The style class that gives a task's state its colour: {@code state-running} and so on. States drawn alike share one. */
public final class TaskStateStyle {

    private TaskStateStyle() {}

    public static String of(TaskState state) {
        return "state-" + switch (state) {
            case EXITING_RUNNABLE -> "exiting";
            case PREEMPTED -> "runnable";
            case IDLE -> "sleeping";
            case TRACED -> "stopped";
            case UNINTERRUPTIBLE_LOCK -> "lock-wait";
            case UNINTERRUPTIBLE -> "io-wait";
            default -> state.name().toLowerCase(Locale.ROOT);
        };
    }
}
