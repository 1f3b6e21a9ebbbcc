package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;
import static org.reapscope.trace.format.Ascii.skipHex;

/**
 * {@code COMM TID CPU FLAGS PREEMPT SEQUENCE [ABSOLUTE] 31.235ms (+0.002ms):}, the latency format with the verbose
 * option; {@code 426 (+1):} where the clock is no nanoseconds. Source: kernel/trace/trace_output.c, trace_print_lat_context.
 */
final class VerboseHead extends CommFirstHead {

    private static final byte[] MILLISECONDS = Ascii.bytes("ms (+");
    /** After a time of a clock that is no nanoseconds. */
    private static final byte[] STEPS = Ascii.bytes(" (+");
    private static final long NS_PER_MS = 1_000_000;
    /** TRACE_FLAG_HARDIRQ, TRACE_FLAG_SOFTIRQ and TRACE_FLAG_NMI of include/linux/trace_events.h. */
    private static final long INTERRUPTS = 0x08 | 0x10 | 0x40;

    VerboseHead() {
        super(' ');
    }

    @Override
    boolean rest(byte[] b, int from, int to, EventLine line) {
        int i = skipBlanks(b, from, to);
        int end = skipDigits(b, i, to);
        if (!tid(b, i, end, line)) {
            return false;
        }
        line.tgid = -1;
        i = skipBlanks(b, end, to);
        end = skipDigits(b, i, to);
        if (!cpu(b, i, end, line)) {
            return false;
        }
        int flags = skipBlanks(b, end, to);
        line.interrupt = skipDigits(b, flags, to) - flags < 4 && (Ascii.decimal(b, flags, skipDigits(b, flags, to)) & INTERRUPTS) != 0;
        for (int words = 0; words < 3; words++) {
            i = skipBlanks(b, end, to);
            end = skipHex(b, i, to);
            if (end == i || !at(b, end, to, ' ')) {
                return false;
            }
        }
        i = skipBlanks(b, end, to);
        end = at(b, i, to, '[') ? skipHex(b, i + 1, to) : to;
        return at(b, end, to, ']') && time(b, skipBlanks(b, end + 1, to), to, line);
    }

    private static boolean time(byte[] b, int from, int to, EventLine line) {
        int end = skipDigits(b, from, to);
        line.wholeNumber = Ascii.startsWith(b, end, to, STEPS);
        if (line.wholeNumber) {
            line.resolutionNs = 1;
            line.tsNs = Ascii.decimal(b, from, end);
            return end > from && line.tsNs >= 0 && body(b, end, to, line);
        }
        int fraction = end + 1;
        int fractionEnd = skipDigits(b, fraction, to);
        if (end == from || end - from > 12 || !at(b, end, to, '.') || fractionEnd - fraction != 3
                || !Ascii.startsWith(b, fractionEnd, to, MILLISECONDS)) {
            return false;
        }
        line.resolutionNs = 1000;
        line.tsNs = Ascii.decimal(b, from, end) * NS_PER_MS + Ascii.decimal(b, fraction, fractionEnd) * 1000;
        return body(b, fractionEnd, to, line);
    }

    private static boolean body(byte[] b, int from, int to, EventLine line) {
        int colon = from;
        while (colon < to && b[colon] != ':') {
            colon++;
        }
        line.body = skipBlanks(b, colon + 1, to);
        return colon < to;
    }
}
