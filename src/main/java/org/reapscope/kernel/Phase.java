package org.reapscope.kernel;

/** What a step is part of, where a picture tells it from others: who walks the page tables, and why. */
public enum Phase {
    /** Nothing of that kind. */
    NONE,
    /** exit_mmap unmaps page tables. */
    EXIT_WALK,
    /** __oom_reap_task_mm goes from VMA to VMA. */
    REAP,
    /** __oom_reap_task_mm unmaps page tables. */
    REAP_WALK,
    /** A reader of procfs comes to a VMA, or leaves it. */
    READ,
    /** A reader of procfs looks at page tables. */
    READ_WALK;

    /** Whether whoever is here is at the page table that its cursor names. */
    public boolean atTable() {
        return this == EXIT_WALK || this == REAP_WALK || this == READ_WALK;
    }
}
