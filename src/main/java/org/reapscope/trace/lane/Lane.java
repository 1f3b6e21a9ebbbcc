package org.reapscope.trace.lane;

/**
 * Intervals in order of their start. Immutable; any thread may read.
 *
 * <p>An interval covers {@code [startNs, endNs)}; one whose ends are equal covers that instant. Intervals refer to rows
 * of the trace, so everything else about them is asked there.
 */
public sealed interface Lane permits StateLane, SpanLane, CounterLane {

    /** No edge in that direction, looking forward. */
    long NO_NEXT = Long.MAX_VALUE;
    /** No edge in that direction, looking back. */
    long NO_PREVIOUS = Long.MIN_VALUE;

    LaneId id();

    /** Number of intervals. */
    int size();

    /** The row that begins the interval. */
    int row(int interval);

    long startNs(int interval);

    /** Where the interval ends; the trace's last event where {@link #openEnd} says that the end is not known. */
    long endNs(int interval);

    /** Whether the end lies after the trace, or is not known. */
    boolean openEnd(int interval);

    /** The last interval that covers this time, -1 if there is none. O(log n). */
    int at(long ns);

    /** The next time after {@code ns} at which something begins or ends, {@link #NO_NEXT} if there is none. */
    long nextEdge(long ns);

    /** The last time before {@code ns} at which something begins or ends, {@link #NO_PREVIOUS} if there is none. */
    long previousEdge(long ns);

    /** Memory that the lane takes, in bytes. */
    long bytes();
}
