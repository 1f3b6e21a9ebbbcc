package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.digitAt;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;

/** Says why a line is not an event, as far as one can tell, and what to do about it. */
final class StrangeLines {

    /** Printed with the raw option. */
    static final String RAW = "printed with the tracer's raw option, which leaves the arguments out";
    /** Printed with the hex option. */
    static final String HEX = "printed with the tracer's hex option, which leaves the arguments out";
    /** Printed by the function_graph tracer. */
    static final String GRAPH = "printed by the function_graph tracer, without task and time";
    /** Nothing but comments. */
    static final String EMPTY = "there is no event in it";
    /** Bytes that no text has. */
    static final String BINARY = "binary data in the midst of text";
    /** Anything else. */
    static final String OTHER = "no task, CPU and time at its beginning";

    private static final byte[] TYPE = Ascii.bytes(" type: ");

    private StrangeLines() {}

    static String reason(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] == 0) {
                return BINARY;
            }
        }
        int first = skipBlanks(b, from, to);
        if (digitAt(b, first, to) && Ascii.indexOf(b, first, to, TYPE) > 0) {
            return RAW;
        }
        if (hex(b, first, to)) {
            return HEX;
        }
        int digits = skipDigits(b, first, to);
        return digits > first && Ascii.at(b, digits, to, ')') ? GRAPH : OTHER;
    }

    static String mend(String reason) {
        return switch (reason) {
            case RAW -> "print the trace again after `echo noraw > trace_options`";
            case HEX -> "print the trace again after `echo nohex > trace_options`";
            case GRAPH -> "record events with `echo nop > current_tracer`";
            case EMPTY -> "record again with tracing_on at 1 and events enabled, and copy `trace` before it is cleared";
            default -> "give it the text of a trace: `cat trace` of tracefs, `trace-cmd report -t` or `perf script --ns`";
        };
    }

    private static boolean hex(byte[] b, int from, int to) {
        int words = 0;
        int i = from;
        while (i < to) {
            int end = Ascii.skipHex(b, i, to);
            if (end - i < 2 || end < to && b[end] != ' ') {
                return false;
            }
            words++;
            i = skipBlanks(b, end, to);
        }
        return words >= 3;
    }
}
