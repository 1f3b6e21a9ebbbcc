package org.reapscope.picture;

/**
 * A text and its place. It has been shortened to fit by a guess at the width of letters; who draws it may measure again.
 *
 * @param x left edge, middle or right edge, by {@code anchor}
 * @param baseline y of the letters' foot
 * @param maxWidth pixels that the text may take
 * @param size height of the font in pixels
 * @param text what to write
 * @param role its colour
 * @param anchor what {@code x} is
 * @param bold whether it is set in bold
 */
public record Label(int x, int baseline, int maxWidth, int size, String text, Role role, Anchor anchor, boolean bold) {

    /** Which part of the text stands at x. */
    public enum Anchor {
        START, MIDDLE, END
    }

    private static final double LETTER = 0.56;

    /** About how wide a text is. */
    public static int guessedWidth(String text, int size) {
        return (int) Math.ceil(text.length() * size * LETTER);
    }

    /** The text cut to about this width, with an ellipsis in its middle: names often differ at their end. */
    public static String fittedMiddle(String text, int width, int size) {
        int letters = (int) (width / (size * LETTER)) - 1;
        if (guessedWidth(text, size) <= width || letters < 3) {
            return text;
        }
        int head = letters / 2;
        return text.substring(0, head).stripTrailing() + "…" + text.substring(text.length() - (letters - head)).stripLeading();
    }

    /** The text cut to about this width, with an ellipsis; empty if fewer than three letters fit. */
    public static String fitted(String text, int width, int size) {
        if (guessedWidth(text, size) <= width) {
            return text;
        }
        int letters = (int) (width / (size * LETTER)) - 1;
        return letters < 3 ? "" : text.substring(0, letters).stripTrailing() + "…";
    }
}
