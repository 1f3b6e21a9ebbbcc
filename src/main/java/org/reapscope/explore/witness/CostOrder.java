package org.reapscope.explore.witness;

/** Which of two costs of a schedule counts first. */
public enum CostOrder {
    /** As few preemptions as can be, then as few steps. */
    PREEMPTIONS_THEN_STEPS,
    /** As few steps as can be, then as few preemptions. */
    STEPS_THEN_PREEMPTIONS;

    /** Cheaper schedules have smaller keys; one step more always makes it larger. */
    public long key(int preemptions, int steps) {
        return this == PREEMPTIONS_THEN_STEPS ? (long) preemptions << Integer.SIZE | steps
                : (long) steps << Integer.SIZE | preemptions;
    }

    /** The preemptions in a key. */
    public int preemptions(long key) {
        return (int) (this == PREEMPTIONS_THEN_STEPS ? key >>> Integer.SIZE : key);
    }

    /** The steps in a key. */
    public int steps(long key) {
        return (int) (this == PREEMPTIONS_THEN_STEPS ? key : key >>> Integer.SIZE);
    }
}
