package org.reapscope.document.settings;

/**
 * Where the window was.
 *
 * @param x left edge on the desktop, NaN if it was never placed
 * @param y top edge, NaN likewise
 * @param width in logical pixels
 * @param height in logical pixels
 * @param maximized whether it filled the screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {

    /** The size of the first start; the desktop chooses where. */
    public static final WindowPlace FIRST = new WindowPlace(Double.NaN, Double.NaN, 1440, 900, false);

    /** The same, held to sizes that can be used. */
    public WindowPlace usable() {
        return new WindowPlace(x, y, between(640, width, 16_384), between(400, height, 16_384), maximized);
    }

    private static double between(double least, double value, double most) {
        return value >= least ? Math.min(value, most) : least;
    }
}
