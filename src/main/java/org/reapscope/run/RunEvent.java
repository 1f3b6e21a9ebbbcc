package org.reapscope.run;

import java.util.List;

import org.reapscope.kernel.TraceEvent;
import org.reapscope.trace.RssMember;

/** What a run leaves in a trace, before anybody says how it is kept: as columns of a trace, or as the text of ftrace. */
sealed interface RunEvent {

    /** A tracepoint that a micro-step names. */
    record Passed(TraceEvent event) implements RunEvent {}

    /**
     * {@code task_newtask}, before the first step.
     *
     * @param task who was cloned
     * @param cloneFlags of clone(2)
     */
    record Cloned(int task, int cloneFlags) implements RunEvent {}

    /** {@code rss_stat} of what an address space holds before the first step. */
    record Counted(int mm, RssMember member, long pages) implements RunEvent {}

    /**
     * {@code sched_switch}.
     *
     * @param prev who leaves, {@link Placement#IDLE} for the idle task
     * @param state the letter of its prev_state
     * @param preempted whether {@code +} follows
     * @param next who comes, {@link Placement#IDLE} for the idle task
     */
    record Switched(int prev, char state, boolean preempted, int next) implements RunEvent {}

    /** {@code sched_waking} of a task for the CPU of the event, or {@code sched_wakeup} there. */
    record Woken(int task, boolean waking) implements RunEvent {}

    /** {@code contention_begin} of a spinlock, with the stack of a {@code stacktrace} trigger, innermost frame first. */
    record Spins(long lock, List<String> stack) implements RunEvent {}

    /** {@code contention_end} of a spinlock. */
    record SpinEnds(long lock) implements RunEvent {}
}
