package org.reapscope.base.file;

/**
 * Text out of a capture, made fit to be shown. A task may give itself any name: line ends, escape sequences of a terminal,
 * marks that turn the direction of writing round. Escaping for HTML, JSON and so on comes after this.
 */
public final class Untrusted {

    private static final int REPLACEMENT = 0xfffd;

    private Untrusted() {}

    /** The text on one line: blanks for tabs and line ends, U+FFFD for what cannot be seen or changes how the rest is seen. */
    public static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(shown(c)));
        return out.toString();
    }

    /** The same for one character. */
    static int shown(int c) {
        return c == '\t' || c == '\n' || c == '\r' ? ' ' : isPlain(c) ? c : REPLACEMENT;
    }

    /** Whether a character stands for itself wherever it is shown. */
    public static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
