package org.reapscope.picture;

/** What the horizontal axis measures: the time of a capture, or the steps of a run of the model. */
public sealed interface Axis permits TimeAxis, StepAxis {

    /** A value that has a mark; all marks are whole steps away from it. */
    long origin();

    /** The distance of marks: the least of 1, 2 and 5 times a power of ten that is at least this. */
    default long step(double atLeast) {
        long decade = 1;
        while (decade < atLeast && decade < Long.MAX_VALUE / 100) {
            if (2 * decade >= atLeast) {
                return 2 * decade;
            }
            if (5 * decade >= atLeast) {
                return 5 * decade;
            }
            decade *= 10;
        }
        return decade;
    }

    /** The text of the mark at {@code value}, with as many digits as it takes to tell it from marks {@code step} away. */
    String label(long value, long step);
}
