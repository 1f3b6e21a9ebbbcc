package org.reapscope.export.pdf;

/**
 * The typefaces Helvetica and Helvetica-Bold of Adobe's standard 14, in WinAnsiEncoding. They need not be embedded. Widths
 * are those of Adobe's AFM files.
 */
final class Helvetica {

    private static final int FIRST = 32;
    private static final int OTHER = 556;
    private static final int UNIT = 1000;
    private static final short[] REGULAR = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611,
        778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278,
        469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
        556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
    private static final short[] BOLD = {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611,
        778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333,
        584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333,
        611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

    private Helvetica() {}

    /** How wide a text is, in the unit of {@code size}. */
    static double width(String text, double size, boolean bold) {
        short[] widths = bold ? BOLD : REGULAR;
        int sum = 0;
        for (byte letter : encode(text)) {
            int code = (letter & 0xff) - FIRST;
            sum += code >= 0 && code < widths.length ? widths[code] : wide(letter & 0xff);
        }
        return sum * size / UNIT;
    }

    /** The text in WinAnsiEncoding; what it lacks becomes ASCII where that is usual, and a question mark otherwise. */
    static byte[] encode(String text) {
        StringBuilder known = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '→' -> known.append("->");
                case '≤' -> known.append("<=");
                case '≥' -> known.append(">=");
                case '−' -> known.append('-');
                case '\t', '\n', '\r' -> known.append(' ');
                default -> known.append((char) code(c));
            }
        });
        byte[] bytes = new byte[known.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) known.charAt(i);
        }
        return bytes;
    }

    private static int code(int c) {
        return switch (c) {
            case '…' -> 0x85;
            case '‘' -> 0x91;
            case '’' -> 0x92;
            case '“' -> 0x93;
            case '”' -> 0x94;
            case '•' -> 0x95;
            case '–' -> 0x96;
            case '—' -> 0x97;
            case '€' -> 0x80;
            default -> c >= FIRST && c < 127 || c >= 0xa0 && c <= 0xff ? c : '?';
        };
    }

    private static int wide(int code) {
        return switch (code) {
            case 0x85, 0x97 -> 1000;
            case 0x91, 0x92 -> 222;
            case 0x93, 0x94 -> 333;
            case 0x95 -> 350;
            case 0xb7 -> 278;
            case 0xd7 -> 584;
            default -> OTHER;
        };
    }
}
