package org.reapscope.kernel;

/** Whether the scheduler may take the CPU away after a step. */
public enum Preempt {
    /** Yes: ordinary kernel code, or a {@code cond_resched} point. */
    YES,
    /** No: a spinlock is held or interrupts are off. */
    NO,
    /** Yes, and the step may itself sleep. */
    MAY_SLEEP
}
