package org.reapscope.picture;

/** How wide the column of lane names has to be. */
public final class NameColumn {

    private static final int SIZE = 12;
    private static final int AIR = 18;
    private static final double LEAST = 110;
    private static final int SHARE = 3;

    private NameColumn() {}

    /**
     * So wide that every name is whole, but no wider than a third of the picture. O(rows).
     *
     * @param width of the whole picture in pixels
     * @param scale pixels to a design pixel
     */
    public static int width(Picture picture, int width, double scale) {
        int size = (int) Math.round(SIZE * scale);
        int widest = (int) Math.round(LEAST * scale);
        for (Row row : picture.rows()) {
            if (!(row instanceof Row.Addresses)) {
                widest = Math.max(widest, Label.guessedWidth(row.title(), size) + (int) Math.ceil(AIR * scale));
            }
        }
        return Math.min(widest, width / SHARE);
    }

    /** Whether a name is not whole in a column of this width. */
    public static boolean cuts(String title, int width, double scale) {
        return Label.guessedWidth(title, (int) Math.round(SIZE * scale)) > width - (int) Math.round((AIR - 2) * scale);
    }
}
