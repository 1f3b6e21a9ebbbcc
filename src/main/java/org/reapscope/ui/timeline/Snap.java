package org.reapscope.ui.timeline;

import org.reapscope.picture.Subject;
import org.reapscope.trace.Trace;

/** Draws a moment to the nearest event, so that cursors stand where something happened. Edges of intervals: {@link org.reapscope.picture.TimelinePainter#snap}. */
public final class Snap {

    private static final int MOST_EVENTS = 4_000;

    private Snap() {}

    /** The row of the event nearest to {@code ns} that belongs to the subject, -1 if none is within {@code reachNs}. */
    public static int toEvent(Trace trace, Subject subject, long ns, long reachNs) {
        int middle = trace.rowAtOrAfter(ns);
        int best = -1;
        long distance = reachNs;
        for (int row = middle; row < Math.min(trace.size(), middle + MOST_EVENTS) && trace.tsNs(row) - ns <= distance; row++) {
            if (subject.has(trace, row)) {
                best = row;
                distance = trace.tsNs(row) - ns;
                break;
            }
        }
        for (int row = middle - 1; row >= Math.max(0, middle - MOST_EVENTS) && ns - trace.tsNs(row) <= distance; row--) {
            if (subject.has(trace, row)) {
                return ns - trace.tsNs(row) < distance || best < 0 ? row : best;
            }
        }
        return best;
    }
}
