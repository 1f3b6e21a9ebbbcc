package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.digitAt;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipDigits;
import static org.reapscope.trace.format.Ascii.skipHex;

import java.util.Arrays;

/**
 * The arguments of one event: {@code key=value} or {@code key:value} anywhere in a text, in the default spelling
 * ({@code 33}, {@code true}) and that of the {@code fields} option ({@code 0x21 (33)}, {@code (1)}). A search begins
 * where the last value ended, so that keys asked for in their usual order cost one pass.
 */
final class Arguments {

    /** There is no such key, or no number behind it. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final byte[] TRUE = Ascii.bytes("true");
    private static final byte[] FALSE = Ascii.bytes("false");
    /** A task's name has at most 15 bytes. */
    private static final int LONGEST_COMM = 15;

    byte[] b = new byte[0];
    int from;
    int to;
    private int at;

    /** The range that {@link #comm} found. */
    int commFrom;
    int commTo;

    void on(byte[] buffer, int start, int end) {
        b = buffer;
        from = start;
        to = end;
        at = start;
    }

    /** A decimal number, or one as the fields option prints it, or a truth value as 1 or 0. */
    long number(byte[] key) {
        return seek(key) ? value() : ABSENT;
    }

    /** A number printed in hexadecimal without {@code 0x}, such as a pointer or clone flags; or as the fields option prints it. */
    long hex(byte[] key) {
        return seek(key) ? hexValue() : ABSENT;
    }

    /** The hexadecimal number that stands right at the beginning, or behind {@code key} with the fields option. */
    long leadingHex(byte[] key) {
        if (Ascii.startsWith(b, from, to, key)) {
            return hex(key);
        }
        at = from;
        return hexValue();
    }

    /**
     * Finds a task's name, which may hold anything: it ends at the last {@code nextKey} that lets it be at most 15 bytes.
     *
     * @return whether there is one, now in {@link #commFrom} and {@link #commTo}
     */
    boolean comm(byte[] key, byte[] nextKey) {
        if (!seek(key)) {
            return false;
        }
        int end = -1;
        for (int i = at; i < to && (end < 0 || i <= at + LONGEST_COMM); i++) {
            if (b[i] == ' ' && isKey(i + 1, nextKey)) {
                end = i;
            }
        }
        commFrom = at;
        commTo = end;
        at = Math.max(end, at);
        return end >= 0;
    }

    /** Moves behind the last occurrence of a key, for keys that come after free text. */
    long lastNumber(byte[] key) {
        for (int i = to - key.length - 1; i >= from; i--) {
            if (isKey(i, key) && (i == from || b[i - 1] == ' ')) {
                at = i + key.length + 1;
                return value();
            }
        }
        return ABSENT;
    }

    /** Moves behind {@code key=} or {@code key:}. */
    boolean seek(byte[] key) {
        return seek(key, at, to) || seek(key, from, at);
    }

    /** The position behind the last value or key. */
    int position() {
        return at;
    }

    void position(int position) {
        at = position;
    }

    /** The number at the current position, see {@link #number}. */
    long value() {
        int i = skipBlanks(b, at, to);
        if (i == to) {
            return ABSENT;
        }
        switch (b[i]) {
            case '(' -> {
                return decimal(i + 1);
            }
            case 't' -> {
                return word(i, TRUE) ? 1 : ABSENT;
            }
            case 'f' -> {
                return word(i, FALSE) ? 0 : ABSENT;
            }
            default -> {
                return at(b, i, to, '0') && at(b, i + 1, to, 'x') ? hexValue() : decimal(i);
            }
        }
    }

    private long hexValue() {
        int start = skipBlanks(b, at, to);
        int digits = at(b, start, to, '0') && at(b, start + 1, to, 'x') ? start + 2 : start;
        int end = skipHex(b, digits, to);
        if (end == digits) {
            return ABSENT;
        }
        at = end;
        if (digits > start && at(b, end, to, ' ') && at(b, end + 1, to, '(') && (digitAt(b, end + 2, to) || at(b, end + 2, to, '-'))) {
            return decimal(end + 2);
        }
        return Ascii.hex(b, digits, end);
    }

    private long decimal(int start) {
        boolean negative = at(b, start, to, '-');
        int digits = negative ? start + 1 : start;
        int end = skipDigits(b, digits, to);
        if (end == digits) {
            return ABSENT;
        }
        at = end;
        long value = 0;
        for (int i = digits; i < end; i++) {
            value = 10 * value + (b[i] - '0');
        }
        return negative ? -value : value;
    }

    private boolean word(int start, byte[] word) {
        at = Math.min(start + word.length, to);
        return Ascii.startsWith(b, start, to, word);
    }

    private boolean seek(byte[] key, int start, int end) {
        byte first = key[0];
        for (int i = start; i < end; i++) {
            if (b[i] == first && (i == from || b[i - 1] == ' ' || b[i - 1] == '(') && isKey(i, key)) {
                at = i + key.length + 1;
                return true;
            }
        }
        return false;
    }

    private boolean isKey(int i, byte[] key) {
        int end = i + key.length;
        return end < to && (b[end] == '=' || b[end] == ':') && Arrays.equals(b, i, end, key, 0, key.length);
    }
}
