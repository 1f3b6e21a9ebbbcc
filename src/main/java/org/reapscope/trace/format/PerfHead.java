package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;

/** {@code COMM TID [CPU] TIME:} or {@code COMM PID/TID [CPU] TIME:}. Source: tools/perf/builtin-script.c. */
final class PerfHead extends CommFirstHead {

    private final Times times = new Times();

    PerfHead() {
        super(' ');
    }

    /** Reads a thread id, which is -1 where the kernel had already let go of it; returns where it ends, -1 if there is none. */
    private static int number(byte[] b, int from, int to, EventLine line) {
        int digits = at(b, from, to, '-') ? from + 1 : from;
        int end = skipDigits(b, digits, to);
        if (!tid(b, digits, end, line)) {
            return -1;
        }
        line.tid = digits > from ? EventLine.UNKNOWN_TASK : line.tid;
        return end;
    }

    @Override
    boolean rest(byte[] b, int from, int to, EventLine line) {
        int end = number(b, skipBlanks(b, from, to), to, line);
        line.tgid = -1;
        if (end > 0 && at(b, end, to, '/')) {
            line.tgid = line.tid;
            end = number(b, end + 1, to, line);
        }
        if (end < 0) {
            return false;
        }
        int i = skipBlanks(b, end, to);
        if (i == end || !at(b, i, to, '[')) {
            return false;
        }
        end = skipDigits(b, i + 1, to);
        return cpu(b, i + 1, end, line) && at(b, end, to, ']') && times.parse(b, skipBlanks(b, end + 1, to), to, line);
    }
}
