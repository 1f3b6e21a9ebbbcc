package org.reapscope.export.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.fontbox.ttf.TrueTypeFont;
import org.reapscope.base.file.Untrusted;

/**
 * Letters of one font that follow each other on a line, from left to right as they are seen.
 *
 * @param font that has all of them
 * @param text what is written
 * @param width of a letter of size 1, in its unit
 */
record Run(TrueTypeFont font, String text, double width) {

    private static final int REPLACEMENT = 0xfffd;

    /** A text in runs. What no font has is a replacement character, so that it is seen that something is there. */
    static List<Run> of(Typeface face, String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        TrueTypeFont font = FontShelf.font(face, REPLACEMENT);
        double width = 0;
        for (int c : visual(Untrusted.shown(text))) {
            TrueTypeFont found = FontShelf.find(face, c).orElse(null);
            int letter = found == null ? REPLACEMENT : c;
            TrueTypeFont of = found == null ? FontShelf.font(face, REPLACEMENT) : found;
            if (of != font && !letters.isEmpty()) {
                runs.add(new Run(font, letters.toString(), width));
                letters.setLength(0);
                width = 0;
            }
            font = of;
            letters.appendCodePoint(letter);
            width += advance(of, letter);
        }
        if (!letters.isEmpty()) {
            runs.add(new Run(font, letters.toString(), width));
        }
        return List.copyOf(runs);
    }

    private static double advance(TrueTypeFont font, int letter) {
        try {
            return (double) font.getAdvanceWidth(FontShelf.glyph(font, letter)) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters as they stand on the line: words of scripts that are written to the left are turned round. */
    private static int[] visual(String text) {
        int[] letters = text.codePoints().toArray();
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return letters;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[letters.length];
        Integer[] order = new Integer[letters.length];
        int at = 0;
        for (int i = 0; i < letters.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(at);
            order[i] = letters[i];
            at += Character.charCount(letters[i]);
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        return IntStream.range(0, order.length).map(i -> order[i]).toArray();
    }
}
