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

    /** The letter that {@code sched_switch} shows as {@code prev_state}. */
    public String prevState() {
        return prevState;
    }
}
