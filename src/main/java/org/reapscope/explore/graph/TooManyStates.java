package org.reapscope.explore.graph;

/** A scenario has more states than one wanted to look at unasked. */
public final class TooManyStates extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyStates(int limit) {
        super("more than " + limit + " states", null, false, false);
    }
}
