package org.reapscope.viewmodel.explore;

/** A scenario has more states than one wanted to look at unasked. */
final class TooManyStates extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyStates(int limit) {
        super("more than " + limit + " states", null, false, false);
    }
}
