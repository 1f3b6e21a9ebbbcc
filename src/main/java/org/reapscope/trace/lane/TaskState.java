package org.reapscope.trace.lane;

/**
 * What a task does, or what a CPU is used for. In rising order of how much it matters to somebody who waits for memory:
 * where several fall on one pixel, the last one wins.
 */
public enum TaskState {
    /** Nothing in the trace says. Before the first evidence, and where something must have gone unseen. */
    UNKNOWN("unknown"),
    /** Its task_struct is released, or it left the CPU for good (X). */
    DEAD("dead"),
    /** A CPU that runs its idle task. Only in lanes of CPUs. */
    IDLE("idle"),
    /** S, I, P: waits for an event. */
    SLEEPING("sleeping"),
    /** Z: has exited, its parent has not waited for it, or it leads a group with living threads. */
    ZOMBIE("zombie"),
    /** On a CPU. */
    RUNNING("running"),
    /** Woken or new, waits for a CPU. */
    RUNNABLE("runnable"),
    /** R, R+: switched out although it wants to run. */
    PREEMPTED("preempted"),
    /** On a CPU after its sched_process_exit. */
    EXITING("exiting"),
    /** Wants a CPU after its sched_process_exit. */
    EXITING_RUNNABLE("exiting, waits for a CPU"),
    /** T: stopped by a signal. */
    STOPPED("stopped"),
    /** t: stopped by a tracer. */
    TRACED("traced"),
    /** F: frozen, where a trace says so; the kernel prints D for frozen tasks. */
    FROZEN("frozen"),
    /** D, and no lock wait of the task is known. */
    UNINTERRUPTIBLE("uninterruptible"),
    /** D inside a wait for mmap_lock, or between contention_begin and contention_end. */
    UNINTERRUPTIBLE_LOCK("waits for a lock");

    private static final TaskState[] VALUES = values();

    private final String title;

    TaskState(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** This state in a mask of states. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether the task is on a CPU. */
    public boolean onCpu() {
        return this == RUNNING || this == EXITING || this == IDLE;
    }

    /** Whether the task wants a CPU and has none. */
    public boolean waitsForCpu() {
        return this == RUNNABLE || this == PREEMPTED || this == EXITING_RUNNABLE;
    }

    /** The state with this ordinal. */
    public static TaskState of(int ordinal) {
        return VALUES[ordinal];
    }

    /** The state that matters most in a mask with at least one state. */
    public static TaskState mostSevere(int mask) {
        return VALUES[31 - Integer.numberOfLeadingZeros(mask & (1 << VALUES.length) - 1)];
    }
}
