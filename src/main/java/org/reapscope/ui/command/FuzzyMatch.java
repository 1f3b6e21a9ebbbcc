package org.reapscope.ui.command;

import java.util.Locale;

/** How well what was typed fits a text: its letters must occur in order, and count more where words begin. */
final class FuzzyMatch {

    /** What {@link #score} gives for text that does not fit. */
    static final int NONE = -1;
    private static final int WORD_START = 8;
    private static final int CONSECUTIVE = 5;

    private FuzzyMatch() {}

    /** Higher is better; {@link #NONE} if a letter is missing. Blanks in {@code typed} are skipped. O(length of text). */
    static int score(String typed, String text) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String within = text.toLowerCase(Locale.ROOT);
        return Math.max(score(wanted, within, true), score(wanted, within, false));
    }

    private static int score(String wanted, String within, boolean leapToWords) {
        int score = 0;
        int last = -2;
        for (int i = 0; i < wanted.length(); i++) {
            int found = next(wanted.charAt(i), within, last < 0 ? 0 : last + 1, leapToWords);
            if (found < 0) {
                return NONE;
            }
            score += 1 + (found == last + 1 ? CONSECUTIVE : 0) + (wordStart(within, found) ? WORD_START : 0);
            last = found;
        }
        return Math.max(0, score * 100 - within.length());
    }

    /** The letter that continues, else the next word that begins with it, else the nearest occurrence. */
    private static int next(char letter, String within, int from, boolean leapToWords) {
        int nearest = within.indexOf(letter, from);
        for (int i = nearest; leapToWords && nearest > from && i >= 0; i = within.indexOf(letter, i + 1)) {
            if (wordStart(within, i)) {
                return i;
            }
        }
        return nearest;
    }

    private static boolean wordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
