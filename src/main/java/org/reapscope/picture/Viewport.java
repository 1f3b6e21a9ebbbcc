package org.reapscope.picture;

/**
 * What part of the time is drawn where, in physical pixels.
 *
 * @param startNs time at the left edge of the plot
 * @param endNs time at its right edge, after {@code startNs}
 * @param width width of the whole picture
 * @param height height of the whole picture
 * @param gutter width of the column of lane names, to the left of the plot
 * @param scrollY how many pixels of the lanes are scrolled out at the top
 * @param scale physical pixels to a design pixel, 1 to 4
 */
public record Viewport(long startNs, long endNs, int width, int height, int gutter, int scrollY, double scale) {

    public Viewport {
        if (endNs <= startNs) {
            endNs = startNs + 1;
        }
    }

    /** Width of the plot, at least 1. */
    public int plotWidth() {
        return Math.max(1, width - gutter);
    }

    /** Design pixels in physical ones, at least 1. */
    public int px(double design) {
        return Math.max(1, (int) Math.round(design * scale));
    }

    /** Where a time lies; kept within a few pictures' width of the plot. */
    public int x(long ns) {
        double x = (double) (ns - startNs) / (endNs - startNs) * plotWidth();
        return gutter + (int) Math.floor(Math.clamp(x, -4.0 * width - 64, 5.0 * width + 64));
    }

    /** The time at a pixel's left edge. */
    public long ns(int x) {
        return startNs + Math.round((double) (x - gutter) * (endNs - startNs) / plotWidth());
    }

    /** Width of a pixel in time. */
    public double nsPerPixel() {
        return (double) (endNs - startNs) / plotWidth();
    }
}
