package org.reapscope.picture;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.trace.Trace;

/**
 * How far cursor B is from cursor A.
 *
 * @param ns time from A to B, negative if B is before A
 * @param length the same in words
 * @param events how many events lie between them, both ends included
 * @param orderUnknown whether both are within one tick of the clock, so that neither is known to come first
 */
public record Gap(long ns, String length, int events, boolean orderUnknown) {

    /** The gap between two moments of a trace; neither is the last a {@code long} can hold. O(log n). */
    public static Gap between(Trace trace, long a, long b) {
        int events = trace.rowAtOrAfter(Math.max(a, b) + 1) - trace.rowAtOrAfter(Math.min(a, b));
        return new Gap(b - a, ClockFigures.of(trace).length(b - a), events, a != b && Math.abs(b - a) < trace.source().resolutionNs());
    }

    /** For the dimension line: {@code 5.79 ms · 1 284 events}. */
    public String text() {
        return length + " · " + Figures.count(events, "event") + (orderUnknown ? " · order unknown" : "");
    }
}
