package org.reapscope.picture;

import org.reapscope.trace.lane.TimeColumns;

/**
 * What part of the time is drawn where, in physical pixels.
 *
 * <p>Pixels lie on a grid that depends on the zoom alone: at the same zoom, whatever else is in sight, the same times share a
 * pixel. So what was drawn can be moved by whole pixels with the time.
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

    /** More pixels than there can be. */
    static final int ELSEWHERE = Integer.MAX_VALUE;

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
        return gutter + gridX(ns) - (int) gridStart();
    }

    /** Where a time lies, between the edges of its pixel, too. */
    public double at(long ns) {
        return gutter + place(ns) - gridStart();
    }

    /** The time at a pixel's left edge. */
    public long ns(int x) {
        return base() + Math.round((double) (x - gutter + gridStart()) * (endNs - startNs) / plotWidth());
    }

    /**
     * How many pixels further to the right in time this looks than another view of the same zoom, size and rows; {@link #ELSEWHERE}
     * if they have no grid in common.
     */
    int movedSince(Viewport other) {
        boolean alike = endNs - startNs == other.endNs - other.startNs && width == other.width && height == other.height && gutter == other.gutter
                && scrollY == other.scrollY && scale == other.scale && base() == other.base();
        return alike ? (int) (gridStart() - other.gridStart()) : ELSEWHERE;
    }

    /** Where a time lies from where the grid begins. */
    int gridX(long ns) {
        int plot = plotWidth();
        return (int) Math.floor(Math.clamp(place(ns), -4.0 * plot - 64, 6.0 * plot + 64));
    }

    /** Where the plot starts from where the grid begins: 0 to its width. */
    long gridStart() {
        return TimeColumns.firstOfGrid(startNs, endNs, plotWidth());
    }

    /** The time at which the grid begins: it is the same until the view has moved by its whole width. */
    long base() {
        return startNs - Math.floorMod(startNs, endNs - startNs);
    }

    private double place(long ns) {
        return (double) (ns - base()) * plotWidth() / (endNs - startNs);
    }

    /** Width of a pixel in time. */
    public double nsPerPixel() {
        return (double) (endNs - startNs) / plotWidth();
    }
}
