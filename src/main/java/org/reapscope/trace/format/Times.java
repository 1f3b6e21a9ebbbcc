package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.digit;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;

/**
 * The times that traces print: {@code 1007.249572:} in seconds with any number of decimals, {@code 31235us :} of the
 * latency format with its delay marks, and the whole numbers of the clocks counter, x86-tsc and uptime, whose step the
 * line does not tell; see {@link PrintedClock}.
 */
final class Times {

    private static final long[] POWERS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1};

    /** Beyond this, ns do not fit a long. */
    private static final long LATEST_US = 9_000_000_000_000_000L;

    private int flagsWidth = 5;

    /** Remembers how wide the column of flags is, for lines on which nothing parts it from the time. */
    void flagsWidth(int width) {
        flagsWidth = width;
    }

    /** Reads the time that begins at {@code from} and what parts it from the event's name. */
    boolean parse(byte[] b, int from, int to, EventLine line) {
        int end = skipDigits(b, from, to);
        if (end == from || end - from > 18) {
            return false;
        }
        long whole = Ascii.decimal(b, from, end);
        line.wholeNumber = false;
        if (at(b, end, to, '.')) {
            int fraction = end + 1;
            end = skipDigits(b, fraction, to);
            int decimals = end - fraction;
            if (decimals == 0 || decimals > 9 || whole > LATEST_US / 1_000_000) {
                return false;
            }
            line.resolutionNs = POWERS[decimals];
            line.tsNs = whole * POWERS[0] + Ascii.decimal(b, fraction, end) * POWERS[decimals];
        } else if (at(b, end, to, 'u') && at(b, end + 1, to, 's')) {
            if (whole > LATEST_US) {
                return false;
            }
            line.resolutionNs = 1000;
            line.tsNs = whole * 1000;
            end = afterDelayMark(b, end + 2, to);
        } else {
            line.resolutionNs = 1;
            line.wholeNumber = true;
            line.tsNs = whole;
        }
        return colon(b, end, to, line);
    }

    /** Reads flags with a time right behind them: the flags end where they ended on other lines. */
    boolean parseAfterFlags(byte[] b, int from, int wordEnd, int to, EventLine line) {
        int time = from + flagsWidth;
        return time < wordEnd && digit(b[time]) && parse(b, time, to, line);
    }

    private static int afterDelayMark(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '+' || b[i] == '!' || b[i] == '#' || b[i] == '*' || b[i] == '@' || b[i] == '$')) {
            i++;
        }
        return i;
    }

    /** {@code (+62)}, which trace-cmd's --ts-diff puts between time and name. */
    private static int afterDifference(byte[] b, int from, int to) {
        int end = skipDigits(b, from + 2, to);
        return at(b, end, to, ')') ? skipBlanks(b, end + 1, to) : from;
    }

    private static boolean colon(byte[] b, int from, int to, EventLine line) {
        if (!at(b, from, to, ':')) {
            return false;
        }
        line.body = skipBlanks(b, from + 1, to);
        if (at(b, line.body, to, '(') && at(b, line.body + 1, to, '+')) {
            line.body = afterDifference(b, line.body, to);
        }
        return true;
    }
}
