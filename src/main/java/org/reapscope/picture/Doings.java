package org.reapscope.picture;

import java.util.List;

/**
 * What a task of a run does, step by step. Immutable.
 *
 * @param pieces in time order
 */
public record Doings(List<Doing> pieces) {

    /** What a piece is. */
    public enum Kind {
        /** It takes a step. */
        STEP,
        /** It burns its CPU until somebody gives a lock back. */
        SPINS,
        /** It sleeps until somebody gives a lock back. */
        WAITS
    }

    /**
     * A piece.
     *
     * @param text the kernel function, or what it waits for
     */
    public record Doing(long startNs, long endNs, Kind kind, String text) {}

    public Doings {
        pieces = List.copyOf(pieces);
    }

    /** The first piece that ends after a time; as many as there are if none does. O(log n). */
    public int firstEndingAfter(long ns) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (pieces.get(middle).endNs() <= ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
