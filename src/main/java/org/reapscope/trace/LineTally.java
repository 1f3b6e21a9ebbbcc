package org.reapscope.trace;

/**
 * What became of the lines of a text: each is counted once, so the counts add up to the lines there are, and nothing is
 * left out in silence.
 */
public final class LineTally {

    /** What a line was taken for. */
    public enum Use {
        /** An event. */
        EVENT,
        /** The announcement of a stack trace. */
        STACK,
        /** A frame of a stack trace that belongs to an event. */
        FRAME,
        /** A comment, whether something is learned from it or not. */
        COMMENT,
        /** What the recorder says of itself: lost events, CPUs, versions. */
        RECORDER,
        /** Nothing. */
        BLANK,
        /** Not understood: counted by reason in {@link Trace#rejected}. */
        REJECTED
    }

    private final long[] counts = new long[Use.values().length];

    /** Counts lines. */
    public void add(Use use, long lines) {
        counts[use.ordinal()] += lines;
    }

    /** How many lines were taken for this. */
    public long of(Use use) {
        return counts[use.ordinal()];
    }

    /** How many lines were counted. */
    public long lines() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** What is counted now, which changes no more. */
    LineTally copy() {
        LineTally copy = new LineTally();
        System.arraycopy(counts, 0, copy.counts, 0, counts.length);
        return copy;
    }
}
