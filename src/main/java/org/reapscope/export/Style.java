package org.reapscope.export;

import org.reapscope.picture.Palette;

/**
 * How things are to look.
 *
 * @param palette colours
 * @param width of pictures in design pixels
 * @param scale pixels, in each direction, for one of the width, where there are pixels
 * @param table which table a table of values is of
 */
public record Style(Palette palette, int width, int scale, Table table) {

    /** The width of a picture if nobody says another. */
    public static final int WIDTH = 1400;
    /** Sharp on the screens of today if nobody says another. */
    public static final int SCALE = 2;

    /** On paper and in mails: light. */
    public static Style standard() {
        return new Style(Palette.named("light"), WIDTH, SCALE, Table.FINDINGS);
    }

    /** The same in another width. */
    public Style ofWidth(int other) {
        return new Style(palette, other, scale, table);
    }
}
