package org.reapscope.analysis;

import java.util.Locale;

import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;

/**
 * The times and distances of a trace in words, in what its clock really tells: nanoseconds and more, ticks of which
 * nothing shorter is known, or no time at all but events and cycles.
 *
 * @param clock of the trace
 * @param resolution the clock's step
 */
public record ClockFigures(Clock clock, long resolution) {

    private static final long SECOND = 1_000_000_000;
    private static final long MICROSECOND = 1_000;

    /** The figures of a trace. */
    public static ClockFigures of(Trace trace) {
        return new ClockFigures(trace.source().clock(), trace.source().resolutionNs());
    }

    /** How long something took: {@code 56 µs}, {@code less than 10 ms}, {@code 57 events}, {@code 3,400 cycles}. */
    public String length(long distance) {
        return switch (clock) {
            case NANOSECONDS -> Figures.time(distance);
            case JIFFIES -> Math.abs(distance) < resolution ? "less than " + Figures.time(resolution) : "about " + Figures.time(distance);
            case COUNT, CYCLES -> clock.steps(distance);
        };
    }

    /** A moment: {@code 346.439803}, in seconds to the microsecond; the number that a clock without time printed. */
    public String moment(long at) {
        return switch (clock) {
            case NANOSECONDS -> Figures.clock(at);
            case JIFFIES -> String.format(Locale.ROOT, "%d.%02d", Math.floorDiv(at, SECOND), Math.floorMod(at, SECOND) / (SECOND / 100));
            case COUNT, CYCLES -> Long.toString(at);
        };
    }

    /** A moment with all the digits that the clock has: {@code 346.439803}, or {@code 346.439803120}. */
    public String exact(long at) {
        return clock != Clock.NANOSECONDS || resolution >= MICROSECOND ? moment(at)
                : String.format(Locale.ROOT, "%d.%09d", Math.floorDiv(at, SECOND), Math.floorMod(at, SECOND));
    }

    /** A moment with its unit: {@code 346.439803 s}, {@code event 559}, {@code cycle 1181638411216}. */
    public String momentInFull(long at) {
        return switch (clock) {
            case NANOSECONDS, JIFFIES -> moment(at) + " s";
            case COUNT -> "event " + at;
            case CYCLES -> "cycle " + at;
        };
    }

    /** As {@link #exact}, with its unit. */
    public String exactInFull(long at) {
        return clock.tellsTime() ? exact(at) + " s" : momentInFull(at);
    }

    /** What a column of times is called: {@code ns}, {@code count}, {@code cycles}. */
    public String unit() {
        return switch (clock) {
            case NANOSECONDS, JIFFIES -> "ns";
            case COUNT -> "count";
            case CYCLES -> "cycles";
        };
    }
}
