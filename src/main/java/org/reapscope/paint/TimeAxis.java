package org.reapscope.paint;

import java.util.Locale;

/**
 * An axis of time.
 *
 * @param origin the time that it calls zero
 * @param clock whether labels show the trace's own clock, in seconds as ftrace prints them, instead of the time since the
 *     origin; the origin is 0 then
 */
public record TimeAxis(long origin, boolean clock) implements Axis {

    private static final long SECOND = 1_000_000_000;

    /** The trace's own clock. */
    public static final TimeAxis CLOCK = new TimeAxis(0, true);

    /** Time since a moment. */
    public static TimeAxis since(long ns) {
        return new TimeAxis(ns, false);
    }

    @Override
    public String label(long ns, long stepNs) {
        return clock ? seconds(ns, stepNs) : distance(ns - origin, stepNs);
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
