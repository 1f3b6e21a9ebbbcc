package org.reapscope.kernel;

/** How a task waits while the guard of its next step does not hold. */
public enum Wait {
    /** It does not wait by itself: the step is simply not there to be taken yet (a timer that has not expired). */
    IDLE("I"),
    /** Spins, keeping its CPU. */
    SPIN("R"),
    /** Sleeps, any signal wakes it. */
    INTERRUPTIBLE("S"),
    /** Sleeps, only SIGKILL wakes it. */
    KILLABLE("D"),
    /** Sleeps, nothing but the event wakes it. */
    UNINTERRUPTIBLE("D"),
    /** In the refrigerator of the v1 freezer. */
    FROZEN("D"),
    /** Has exited. */
    ZOMBIE("Z");

    private final String prevState;

    Wait(String prevState) {
        this.prevState = prevState;
    }

    /**
     * Whether a task may wait so for ever and nothing is wrong: for a signal that nobody sends, a timer, a thaw. Who waits
     * for a lock, spins or sleeps uninterruptibly relies on somebody who must come.
     */
    public boolean mayLast() {
        return switch (this) {
            case IDLE, INTERRUPTIBLE, FROZEN, ZOMBIE -> true;
            case SPIN, KILLABLE, UNINTERRUPTIBLE -> false;
        };
    }

    /** The letter that {@code sched_switch} shows as {@code prev_state}. */
    public String prevState() {
        return prevState;
    }
}
