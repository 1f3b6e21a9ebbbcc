package org.reapscope.picture;

/**
 * What pictures are drawn with. Coordinates are physical pixels from the top left, colours 0xAARRGGBB; what lies outside
 * the picture or the clip is not drawn; widths and heights of 0 or less draw nothing. Text is not drawn with it: it comes as
 * {@link Label}s.
 */
public interface Pen {

    /** Restricts drawing to a rectangle until the next call. */
    void clip(int x, int y, int width, int height);

    void fill(int x, int y, int width, int height, int argb);

    /** Fills with a pattern, {@code scale} pixels to a design pixel; what is between is left as it is. */
    void hatch(int x, int y, int width, int height, Hatch hatch, int scale, int argb);

    /** A frame of this thickness inside the rectangle. */
    void outline(int x, int y, int width, int height, int thickness, int argb);

    /** A straight line; with {@code dash > 0}, dashes and gaps of that length. */
    void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb);

    /** A square on its corner, from its middle to a corner {@code radius}. */
    void diamond(int x, int y, int radius, int argb);

    /** A filled triangle. */
    void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb);
}
