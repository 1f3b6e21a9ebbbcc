package org.reapscope.picture;

import java.util.Locale;

import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;

/**
 * An axis of time, or of what a clock counts that tells none.
 *
 * @param origin the time that it calls zero
 * @param absolute whether labels show the trace's own clock, in seconds as ftrace prints them, instead of the time since the
 *     origin; the origin is 0 then
 * @param clock what the times are
 */
public record TimeAxis(long origin, boolean absolute, Clock clock) implements Axis {

    private static final long SECOND = 1_000_000_000;

    /** The trace's own clock. */
    public static TimeAxis absolute(Trace trace) {
        return new TimeAxis(0, true, trace.source().clock());
    }

    /** Time since a moment of a trace. */
    public static TimeAxis since(Trace trace, long ns) {
        return new TimeAxis(ns, false, trace.source().clock());
    }

    @Override
    public String label(long ns, long stepNs) {
        return switch (clock) {
            case NANOSECONDS, JIFFIES -> absolute ? seconds(ns, stepNs) : distance(ns - origin, stepNs);
            case COUNT -> absolute ? Long.toString(ns) : ns == origin ? "0" : clock.steps(ns - origin);
            case CYCLES -> absolute ? Long.toString(ns) : cycles(ns - origin, stepNs);
        };
    }

    /** In thousands or millions where the marks are so far apart, so that labels keep clear of each other. */
    private static String cycles(long cycles, long step) {
        long unit = step >= 1_000_000 ? 1_000_000 : step >= 1000 ? 1000 : 1;
        String name = unit == 1_000_000 ? " Mcycles" : unit == 1000 ? " kcycles" : " cycles";
        return cycles == 0 ? "0" : String.format(Locale.ROOT, "%,d", cycles / unit) + name;
    }

    /** With the unit that suits the distance of marks: {@code 1.6 ms}. */
    private static String distance(long ns, long stepNs) {
        if (ns == 0) {
            return "0";
        }
        double unit = stepNs >= 500_000_000 ? 1e9 : stepNs >= 100_000 ? 1e6 : stepNs >= 100 ? 1e3 : 1;
        String name = unit == 1e9 ? "s" : unit == 1e6 ? "ms" : unit == 1e3 ? "µs" : "ns";
        int digits = 0;
        for (double s = stepNs / unit; s < 0.999 && digits < 9; s *= 10) {
            digits++;
        }
        return String.format(Locale.ROOT, "%." + digits + "f %s", ns / unit, name);
    }

    private static String seconds(long ns, long stepNs) {
        int digits = 0;
        long rest = SECOND;
        while (digits < 9 && stepNs % rest != 0) {
            rest /= 10;
            digits++;
        }
        long whole = Math.floorDiv(ns, SECOND);
        return digits == 0 ? whole + " s"
                : whole + "." + String.format(Locale.ROOT, "%0" + digits + "d", Math.floorMod(ns, SECOND) / rest);
    }
}
