package org.reapscope.ui.run;

/**
 * Where steps stand on the screen: one column each, beginning at {@code left}. Where columns are narrower than a pixel,
 * lanes look at one step a pixel.
 *
 * @param left where the plot begins
 * @param right where it ends
 * @param first the depth at the plot's left edge
 * @param pitch width of a column
 * @param length how many steps there are
 */
record StepColumns(double left, double right, double first, double pitch, int length) {

    /** Where a depth is: the edge between two columns. */
    double x(double depth) {
        return left + (depth - first) * pitch;
    }

    /** The same, but not outside of the plot. */
    double within(double depth) {
        return Math.clamp(x(depth), left, right);
    }

    /** The first step that can be seen. */
    int from() {
        return Math.max(0, (int) Math.floor(first));
    }

    /** The step after the last that can be seen. */
    int to() {
        return Math.min(length, (int) Math.ceil(first + (right - left) / pitch));
    }

    /** How many steps share a pixel. */
    int stride() {
        return Math.max(1, (int) Math.floor(1 / pitch));
    }

    /** How many columns there is room for. */
    double seen() {
        return (right - left) / pitch;
    }

    /** The depth that a click stands for: after the step that was clicked. */
    int depthAt(double x) {
        return Math.clamp((int) Math.floor(first + (x - left) / pitch) + 1, 0, length);
    }
}
