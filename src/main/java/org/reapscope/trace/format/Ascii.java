package org.reapscope.trace.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small readings of ASCII text in a byte array. A position at or after {@code to} is outside and never read. */
final class Ascii {

    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Value of a hexadecimal digit, -1 if it is none. */
    static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    static boolean at(byte[] b, int i, int to, char c) {
        return i < to && b[i] == c;
    }

    static boolean digitAt(byte[] b, int i, int to) {
        return i < to && digit(b[i]);
    }

    static boolean startsWith(byte[] b, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && Arrays.equals(b, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** The first position from {@code from} on that holds no blank or tab. */
    static int skipBlanks(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** The first position from {@code from} on that holds a blank or tab. */
    static int skipWord(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] != ' ' && b[i] != '\t') {
            i++;
        }
        return i;
    }

    static int skipDigits(byte[] b, int from, int to) {
        int i = from;
        while (i < to && digit(b[i])) {
            i++;
        }
        return i;
    }

    static int skipHex(byte[] b, int from, int to) {
        int i = from;
        while (i < to && hexDigit(b[i]) >= 0) {
            i++;
        }
        return i;
    }

    /** The decimal number of a range of digits; more than 18 digits give -1. */
    static long decimal(byte[] b, int from, int to) {
        if (to - from > 18) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + (b[i] - '0');
        }
        return value;
    }

    /** The hexadecimal number of a range of digits, its low 64 bits. */
    static long hex(byte[] b, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 4 | hexDigit(b[i]);
        }
        return value;
    }

    /** The last place where {@code text} begins in the range, -1 if nowhere. */
    static int lastIndexOf(byte[] b, int from, int to, byte[] text) {
        for (int i = to - text.length; i >= from; i--) {
            if (b[i] == text[0] && Arrays.equals(b, i, i + text.length, text, 0, text.length)) {
                return i;
            }
        }
        return -1;
    }

    /** The first place where {@code text} begins in the range, -1 if nowhere. */
    static int indexOf(byte[] b, int from, int to, byte[] text) {
        for (int i = from; i <= to - text.length; i++) {
            if (b[i] == text[0] && Arrays.equals(b, i, i + text.length, text, 0, text.length)) {
                return i;
            }
        }
        return -1;
    }
}
