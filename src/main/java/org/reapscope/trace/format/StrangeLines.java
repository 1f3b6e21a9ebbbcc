package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.digitAt;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;

import java.nio.charset.StandardCharsets;

import org.reapscope.trace.Tracepoint;

/** Says why a line is not an event, as far as one can tell, and what to do about it. */
final class StrangeLines {

    /** Printed with the raw option. */
    static final String RAW = "printed with the tracer's raw option, which leaves the arguments out";
    /** Printed with the hex option. */
    static final String HEX = "printed with the tracer's hex option, which leaves the arguments out";
    /** Printed with the bin option. */
    static final String BIN = "printed with the tracer's bin option, which leaves the arguments out";
    /** Printed without the context-info option. */
    static final String BARE = "printed without the tracer's context-info option, so without task, CPU and time";
    /** A stack trace under the fields option. */
    static final String STACK_AS_FIELDS = "a stack trace, which the tracer's fields option leaves out";
    /** Printed by the function_graph tracer. */
    static final String GRAPH = "printed by the function_graph tracer, without task and time";
    /** Nothing but comments. */
    static final String EMPTY = "there is no event in it";
    /** Bytes that no text has. */
    static final String BINARY = "binary data in the midst of text";
    /** Anything else. */
    static final String OTHER = "no task, CPU and time at its beginning";

    private static final byte[] TYPE = Ascii.bytes(" type: ");
    private static final byte[] TYPE_ALONE = Ascii.bytes("type: ");
    private static final byte[] UNKNOWN_TYPE = Ascii.bytes("UNKNOWN TYPE ");
    private static final int HEX_DIGITS = 8;

    private StrangeLines() {}

    static String reason(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] == 0) {
                return endsInType(b, from, to) ? BIN : BINARY;
            }
        }
        int first = skipBlanks(b, from, to);
        if (Ascii.indexOf(b, first, to, TYPE) > 0 && Ascii.skipHex(b, first, to) - first == HEX_DIGITS && hex(b, first, Ascii.indexOf(b, first, to, TYPE))) {
            return HEX;
        }
        if (digitAt(b, first, to) && Ascii.indexOf(b, first, to, TYPE) > 0) {
            return RAW;
        }
        if (hex(b, first, to)) {
            return HEX;
        }
        if (bare(b, first, to)) {
            return BARE;
        }
        int digits = skipDigits(b, first, to);
        return digits > first && Ascii.at(b, digits, to, ')') ? GRAPH : OTHER;
    }

    /** The same for a line that begins with task, CPU and time, but on which no event's name follows. */
    static String withoutName(byte[] b, int from, int to) {
        return Ascii.indexOf(b, from, to, UNKNOWN_TYPE) > 0 ? STACK_AS_FIELDS : "no event's name after the time";
    }

    /** Whether a reason says hardly anything, so that another line's would tell more. */
    static boolean isVague(String reason) {
        return reason.equals(OTHER) || reason.equals(BINARY);
    }

    static String mend(String reason) {
        return switch (reason) {
            case BIN -> "print the trace again after `echo nobin > trace_options`";
            case BARE -> "print the trace again after `echo context-info > trace_options`";
            case STACK_AS_FIELDS -> "print the trace again after `echo nofields > trace_options`";
            case RAW -> "print the trace again after `echo noraw > trace_options`";
            case HEX -> "print the trace again after `echo nohex > trace_options`";
            case GRAPH -> "record events with `echo nop > current_tracer`";
            case EMPTY -> "record again with tracing_on at 1 and events enabled, and copy `trace` before it is cleared";
            default -> "give it the text of a trace: `cat trace` of tracefs, `trace-cmd report -t` or `perf script --ns`";
        };
    }

    /** {@code type: 677} at the end of a line. */
    private static boolean endsInType(byte[] b, int from, int to) {
        int i = to;
        while (i > from && Ascii.digit(b[i - 1])) {
            i--;
        }
        return i < to && i - from >= TYPE_ALONE.length && Ascii.startsWith(b, i - TYPE_ALONE.length, to, TYPE_ALONE);
    }

    /** The name of a tracepoint, a colon, a blank. */
    private static boolean bare(byte[] b, int from, int to) {
        int end = from;
        while (end < to && (b[end] >= 'a' && b[end] <= 'z' || b[end] == '_')) {
            end++;
        }
        return end + 1 < to && b[end] == ':' && b[end + 1] == ' '
                && Tracepoint.named(new String(b, from, end - from, StandardCharsets.US_ASCII)) != Tracepoint.OTHER;
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
