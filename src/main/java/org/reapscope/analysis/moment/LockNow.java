package org.reapscope.analysis.moment;

/**
 * A lock at a moment.
 *
 * @param name "mmap_lock of the mm of victim-3295", "lock 12"
 * @param holders who holds it
 * @param waiters who waits for it
 * @param holdersKnown whether the trace can tell who holds it; false for spinlocks
 */
public record LockNow(String name, FirstOf<Party> holders, FirstOf<Party> waiters, boolean holdersKnown) {

    /**
     * One holder or waiter.
     *
     * @param task its id
     * @param label {@code comm-tid}
     * @param write whether for writing
     * @param sinceNs for how long; -1 where that is not known
     * @param row the event that began it
     */
    public record Party(int task, String label, boolean write, long sinceNs, int row) {}
}
