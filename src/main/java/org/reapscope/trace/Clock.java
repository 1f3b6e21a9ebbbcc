package org.reapscope.trace;

import java.util.Locale;

/**
 * What the times of a trace are. The names in brackets are those of {@code trace_clock} of tracefs; source:
 * kernel/trace/trace.c, trace_clocks, and kernel/trace/trace_clock.c.
 */
public enum Clock {
    /** Nanoseconds in steps of {@link TraceSource#resolutionNs}: local, global, mono, boot, perf and the model's own. */
    NANOSECONDS("ns"),
    /**
     * Nanoseconds in steps of a tick of the timer (uptime): {@link TraceSource#resolutionNs} is as long as a tick, and
     * what is shorter is only known to be shorter.
     */
    JIFFIES("ns"),
    /** A number for each event (counter): an order, and no time. */
    COUNT("event"),
    /** Cycles of the processor's counter (x86-tsc, ppc-tb), of unknown length: an order, and no time. */
    CYCLES("cycle");

    private final String unit;

    Clock(String unit) {
        this.unit = unit;
    }

    /** Whether distances of this clock are lengths of time; if not, nothing that is measured in ns applies to them. */
    public boolean tellsTime() {
        return this == NANOSECONDS || this == JIFFIES;
    }

    /** A distance in the clock's own unit, for people: {@code 1 event}, {@code 3,400 cycles}. */
    public String steps(long distance) {
        return String.format(Locale.ROOT, "%,d %s", distance, unit) + (tellsTime() || Math.abs(distance) == 1 ? "" : "s");
    }
}
