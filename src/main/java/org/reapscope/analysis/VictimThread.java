package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;

/**
 * One thread of a killed process on its way out. A moment is null where the trace does not have it.
 *
 * @param task task id
 * @param tid thread id
 * @param comm its name
 * @param delivered signal_deliver of SIGKILL
 * @param exited sched_process_exit
 * @param mmNull release of exit_mm's read lock, just after {@code task->mm = NULL}
 */
public record VictimThread(int task, int tid, String comm, @Nullable Moment delivered, @Nullable Moment exited,
        @Nullable Moment mmNull) {}
