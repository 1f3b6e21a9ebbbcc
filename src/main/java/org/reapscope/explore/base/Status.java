package org.reapscope.explore.base;

import org.reapscope.base.job.Progress;

/**
 * How far a search is.
 *
 * @param states found so far
 * @param transitions taken so far
 * @param depth steps from the beginning that are complete
 * @param frontier states found but not yet looked at
 * @param bytes memory in use
 * @param held bit {@code k}: the machine's k-th fact held in some state
 */
public record Status(int states, long transitions, int depth, int frontier, long bytes, long held) {

    /** Hears how far a search is, on the searching thread, at least every 50 ms; throws to cancel. */
    @FunctionalInterface
    public interface Listener {

        /** Hears nothing. */
        Listener NONE = status -> {};

        /**
         * The search is so far.
         *
         * @throws org.reapscope.base.job.Cancelled to end the search
         * @throws org.reapscope.base.job.EnoughFound to end it with what it has found so far
         */
        void at(Status status);

        /** Reports the number of states, of unknown total. */
        static Listener of(Progress progress) {
            return status -> progress.report(status.states, -1);
        }
    }
}
