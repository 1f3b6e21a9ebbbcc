package org.reapscope.viewmodel.timeline;

import java.util.List;

import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;

/** Draws a moment to the nearest edge of an interval, or to the nearest event, so that cursors stand where something happened. */
public final class Snap {

    private static final int MOST_EVENTS = 4_000;

    private Snap() {}

    /**
     * The edge nearest to {@code ns} in these lanes, {@code ns} itself if none is within {@code reachNs}. Of two edges
     * equally near, the earlier. O(lanes log n).
     */
    public static long toEdge(Lanes lanes, List<LaneId> ids, long ns, long reachNs) {
        long best = ns;
        long distance = reachNs + 1;
        for (LaneId id : ids) {
            Lane lane = lanes.lane(id);
            if (lane != null) {
                long before = lane.previousEdge(ns + 1);
                if (before != Lane.NO_PREVIOUS && ns - before < distance) {
                    best = before;
                    distance = ns - before;
                }
                long after = lane.nextEdge(ns);
                if (after != Lane.NO_NEXT && after - ns < distance) {
                    best = after;
                    distance = after - ns;
                }
            }
        }
        return best;
    }

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
