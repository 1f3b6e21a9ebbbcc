package org.reapscope.export;

import org.reapscope.picture.Palette;

/**
 * How things are to look.
 *
 * @param palette colours
 * @param width of pictures in design pixels
 * @param table which table a table of values is of
 */
public record Style(Palette palette, int width, Table table) {

    /** The width of a picture if nobody says another. */
    public static final int WIDTH = 1400;

    /** On paper and in mails: light. */
    public static Style standard() {
        return new Style(Palette.named("light"), WIDTH, Table.FINDINGS);
    }
}
