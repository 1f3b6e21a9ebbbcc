package org.reapscope.analysis;

import java.util.Locale;

import org.reapscope.base.words.Digits;

/** Figures in the units that people read. Locale-independent. */
public final class Figures {

    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    /** From 40 MiB on, tenths are noise. */
    private static final long WHOLE_TENTHS = 400;

    private Figures() {}

    /** A span of time with three figures or so: {@code 56 µs}, {@code 0.69 ms}, {@code 5.84 ms}, {@code 2.02 s}. */
    public static String time(long ns) {
        if (ns < 0) {
            return "-" + time(-ns);
        }
        if (ns < MICROSECOND && ns > 0) {
            return ns + " ns";
        }
        if (ns < MILLISECOND / 10) {
            return ns % MICROSECOND == 0 ? ns / MICROSECOND + " µs" : decimals(ns, MICROSECOND) + " µs";
        }
        return ns < SECOND ? decimals(ns, MILLISECOND) + " ms" : decimals(ns, SECOND) + " s";
    }

    /** A moment of the trace's clock in seconds, to the microsecond: {@code 346.439803}. */
    public static String clock(long ns) {
        return String.format(Locale.ROOT, "%d.%06d", Math.floorDiv(ns, SECOND), Math.floorMod(ns, SECOND) / MICROSECOND);
    }

    /** An amount of memory: {@code 64 MiB}, {@code 1.5 MiB}, {@code 12 KiB}. */
    public static String bytes(long bytes) {
        if (bytes < MIB) {
            return bytes < KIB ? bytes + " B" : Digits.grouped((bytes + KIB / 2) / KIB) + " KiB";
        }
        long tenths = (bytes * 10 + MIB / 2) / MIB;
        return tenths % 10 == 0 || tenths >= WHOLE_TENTHS ? Digits.grouped((tenths + 5) / 10) + " MiB" : tenths / 10 + "." + tenths % 10 + " MiB";
    }

    /** A count with its noun: {@code 1 call}, {@code 3 calls}, {@code 1,416 events}. */
    public static String count(long count, String noun) {
        return count(count, noun, noun + "s");
    }

    /** A count with its noun, whose plural is not made with an s alone: {@code 2 processes}. */
    public static String count(long count, String one, String many) {
        return Digits.grouped(count) + " " + (count == 1 ? one : many);
    }

    private static String decimals(long ns, long unit) {
        long hundredths = (ns * 100 + unit / 2) / unit;
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }
}
