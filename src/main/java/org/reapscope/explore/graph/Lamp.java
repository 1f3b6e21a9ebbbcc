package org.reapscope.explore.graph;

/** What is still open about a fact at some point of a run. */
public enum Lamp {
    /** It holds, or will on every schedule that goes on from here to its end. */
    CERTAIN,
    /** Some schedule leads to it, and some does not. */
    POSSIBLE,
    /** No schedule leads to it any more. */
    IMPOSSIBLE
}
