package org.reapscope.picture;

import org.reapscope.analysis.Figures;
import org.reapscope.trace.Trace;

/**
 * Events of other CPUs that the clock cannot tell from one event.
 *
 * @param firstNs the time of the earliest of them, or of the event
 * @param lastNs the time of the latest
 * @param others how many there are
 */
public record TiedEvents(long firstNs, long lastNs, int others) {

    /** No event is tied. */
    public static final TiedEvents NONE = new TiedEvents(0, 0, 0);

    /** The ties of the event in this row. O(events within one tick of the clock). */
    public static TiedEvents of(Trace trace, int row) {
        long ns = trace.tsNs(row);
        long resolution = trace.source().resolutionNs();
        long first = ns;
        long last = ns;
        int others = 0;
        for (int i = row - 1; i >= 0 && ns - trace.tsNs(i) < resolution; i--) {
            if (trace.orderUnknown(row, i)) {
                first = trace.tsNs(i);
                others++;
            }
        }
        for (int i = row + 1; i < trace.size() && trace.tsNs(i) - ns < resolution; i++) {
            if (trace.orderUnknown(row, i)) {
                last = trace.tsNs(i);
                others++;
            }
        }
        return new TiedEvents(first, last, others);
    }

    /** For a label beside the event. */
    public String text() {
        return "order unknown: " + Figures.count(others, "event") + " of other CPUs at the same time";
    }
}
