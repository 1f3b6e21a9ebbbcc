package org.reapscope.explore.witness;

/** Which of two costs of a schedule counts first. */
public enum CostOrder {
    /** As few preemptions as can be, then as few steps. */
    PREEMPTIONS_THEN_STEPS,
    /** As few steps as can be, then as few preemptions. */
    STEPS_THEN_PREEMPTIONS;

    /** Cheaper schedules have smaller keys; one step more always makes it larger. */
    long key(int preemptions, int steps) {
        return this == PREEMPTIONS_THEN_STEPS ? (long) preemptions << Integer.SIZE | steps
                : (long) steps << Integer.SIZE | preemptions;
    }

    int preemptions(long key) {
        return (int) (this == PREEMPTIONS_THEN_STEPS ? key >>> Integer.SIZE : key);
    }

    int steps(long key) {
        return (int) (this == PREEMPTIONS_THEN_STEPS ? key : key >>> Integer.SIZE);
    }
}
