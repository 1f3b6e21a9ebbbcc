package org.reapscope.explore.graph;

/** What is still open about a fact at some point of a run. */
public enum Lamp {
    /** It holds, or will on every schedule that goes on from here to its end. */
    CERTAIN,
    /** Some schedule leads to it, and some does not, or if the search was ended, perhaps does not. */
    POSSIBLE,
    /** No schedule leads to it any more. */
    IMPOSSIBLE,
    /** No schedule was found that leads to it, but the search was ended before all were looked at. */
    UNKNOWN;

    /** Whether it is known how it will be on every schedule from here on. */
    public boolean settled() {
        return this == CERTAIN || this == IMPOSSIBLE;
    }
}
