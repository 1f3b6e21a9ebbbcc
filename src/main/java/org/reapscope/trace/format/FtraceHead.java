package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.digitAt;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;
import static org.reapscope.trace.format.Ascii.skipWord;

/**
 * {@code COMM-TID [(TGID)] [CPU] [FLAGS] TIME:} as the kernel and trace-cmd print it, and the latency spelling, in which
 * CPU and flags are glued together. Source: kernel/trace/trace_output.c, trace_print_context and lat_print_generic.
 */
final class FtraceHead extends CommFirstHead {

    private static final int NARROWEST_FLAGS = 4;
    private static final int WIDEST_FLAGS = 8;
    /** Which of the flags is the context; its letters for softirq, hardirq, both, NMI and NMI in hardirq. */
    private static final int CONTEXT = 2;
    private static final String INTERRUPTS = "shHzZ";

    private final Times times = new Times();

    FtraceHead() {
        super('-');
    }

    @Override
    boolean rest(byte[] b, int from, int to, EventLine line) {
        int tidEnd = skipDigits(b, from, to);
        if (!tid(b, from, tidEnd, line)) {
            return false;
        }
        line.tgid = -1;
        int i = skipBlanks(b, tidEnd, to);
        if (at(b, i, to, '(')) {
            i = group(b, i + 1, to, line);
        }
        line.commCut = !at(b, i, to, '[');
        if (line.commCut) {
            int end = skipDigits(b, i, to);
            return i > tidEnd && cpu(b, i, end, line) && flagsAndTime(b, end, to, line);
        }
        int end = skipDigits(b, i + 1, to);
        return cpu(b, i + 1, end, line) && at(b, end, to, ']') && flagsAndTime(b, skipBlanks(b, end + 1, to), to, line);
    }

    private static int group(byte[] b, int from, int to, EventLine line) {
        int i = skipBlanks(b, from, to);
        int end = skipDigits(b, i, to);
        if (end > i && end - i < 10) {
            line.tgid = (int) Ascii.decimal(b, i, end);
        }
        while (at(b, end, to, '-')) {
            end++;
        }
        return at(b, end, to, ')') ? skipBlanks(b, end + 1, to) : to;
    }

    private boolean flagsAndTime(byte[] b, int from, int to, EventLine line) {
        if (digitAt(b, from, to)) {
            return times.parse(b, from, to, line);
        }
        if (at(b, from, to, '[')) {
            return false;
        }
        int end = skipWord(b, from, to);
        line.interrupt = end - from > CONTEXT && INTERRUPTS.indexOf(b[from + CONTEXT]) >= 0;
        int next = skipBlanks(b, end, to);
        if (end - from >= NARROWEST_FLAGS && end - from <= WIDEST_FLAGS && digitAt(b, next, to)) {
            times.flagsWidth(end - from);
            return times.parse(b, next, to, line);
        }
        return times.parseAfterFlags(b, from, end, to, line);
    }
}
