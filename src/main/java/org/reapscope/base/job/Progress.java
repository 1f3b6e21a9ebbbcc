package org.reapscope.base.job;

/**
 * How long work speaks to whoever waits for it, and hears that it is no longer wanted.
 *
 * <p>Called by the worker, from any one thread. Workers call {@link #report} as often as they like (implementations
 * thin the calls out) and at least every 50 ms of work, since cancellation is heard there.
 */
@FunctionalInterface
public interface Progress {

    /** Hears nothing and never cancels. */
    Progress NONE = (done, total) -> {};

    /**
     * Tells how far the work is.
     *
     * @param done units done so far, in the worker's own unit (bytes, states, rows)
     * @param total units in all, or -1 where nobody can know
     * @throws Cancelled if the work is no longer wanted; the worker lets it pass and releases what it holds
     */
    void report(long done, long total);
}
