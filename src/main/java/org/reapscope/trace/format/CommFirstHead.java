package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.skipBlanks;

/**
 * A line that begins with a task's name, right-aligned to 16 columns, and a separator. A name may hold any byte, so the
 * separator that counts is the last one within the name's 16 columns that is followed by all the rest.
 */
abstract class CommFirstHead implements LineHead {

    private static final int COMM_WIDTH = 16;

    private final char separator;

    CommFirstHead(char separator) {
        this.separator = separator;
    }

    /** Reads all that follows the name; {@code line} is spoilt if it does not fit. */
    abstract boolean rest(byte[] b, int from, int to, EventLine line);

    @Override
    public final boolean parse(byte[] b, int from, int to, EventLine line) {
        line.begin(b, to);
        int usual = from + COMM_WIDTH;
        if (usual < to && b[usual] == separator && rest(b, usual + 1, to, line)) {
            named(from, usual, line);
            return true;
        }
        int start = skipBlanks(b, from, to);
        int found = -1;
        for (int i = start; i < to && (found < 0 || i <= start + COMM_WIDTH); i++) {
            if (b[i] == separator && rest(b, i + 1, to, line)) {
                found = i;
            }
        }
        if (found < 0 || !rest(b, found + 1, to, line)) {
            return false;
        }
        named(start, found, line);
        return true;
    }

    /** perf prints {@code :TID} for a task whose name it has not heard of. */
    private static boolean nameless(EventLine line) {
        return Ascii.at(line.b, line.commFrom, line.commTo, ':')
                && Ascii.skipDigits(line.b, line.commFrom + 1, line.commTo) == line.commTo;
    }

    private static void named(int from, int to, EventLine line) {
        line.commFrom = skipBlanks(line.b, from, to);
        line.commTo = to;
        while (line.commTo > line.commFrom && line.b[line.commTo - 1] == ' ') {
            line.commTo--;
        }
        if (nameless(line)) {
            line.commTo = line.commFrom;
        }
    }

    /** Reads the digits at {@code from} as a thread id; false if it is none. */
    static boolean tid(byte[] b, int from, int to, EventLine line) {
        if (to == from || to - from > 9) {
            return false;
        }
        line.tid = (int) Ascii.decimal(b, from, to);
        return true;
    }

    /** Reads the digits at {@code from} as a CPU; false if it is none. */
    static boolean cpu(byte[] b, int from, int to, EventLine line) {
        if (to == from || to - from > 5) {
            return false;
        }
        line.cpu = (int) Ascii.decimal(b, from, to);
        return line.cpu < 0xffff;
    }
}
