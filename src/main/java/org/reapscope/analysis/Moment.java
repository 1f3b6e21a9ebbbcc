package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Trace;

/**
 * An event and its time. Rows of a trace are in time order, so comparing rows compares moments.
 *
 * @param row row of the event
 * @param ns its time in ns of the trace's clock
 */
public record Moment(int row, long ns) implements Comparable<Moment> {

    /** The moment of a row; null for row -1, which stands for "not in the trace". */
    public static @Nullable Moment of(Trace trace, int row) {
        return row < 0 ? null : new Moment(row, trace.tsNs(row));
    }

    /** Whether this event stands before the other. */
    public boolean before(Moment other) {
        return row < other.row;
    }

    /** From this moment to a later one, in ns. */
    public long until(Moment later) {
        return later.ns - ns;
    }

    @Override
    public int compareTo(Moment other) {
        return Integer.compare(row, other.row);
    }
}
