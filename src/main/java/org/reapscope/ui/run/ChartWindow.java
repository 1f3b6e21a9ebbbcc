package org.reapscope.ui.run;

import javafx.scene.control.ScrollBar;

/** Which steps of the run are in sight: all that fit at a readable width until somebody zooms, and always the present one. */
final class ChartWindow {

    private static final double NARROWEST = 9;
    private static final double WIDEST = 34;
    private static final double MOST_ZOOM = 120;
    private static final int FEWEST = 24;
    private static final double ZOOM = 1.35;

    private final ScrollBar scroll;
    private double zoomed;
    private int shownDepth = -1;

    ChartWindow(ScrollBar scroll) {
        this.scroll = scroll;
    }

    /** The columns between two edges. */
    StepColumns columns(double left, double right, int length, double scale) {
        double usual = Math.clamp((right - left) / Math.max(FEWEST, length + 2), NARROWEST * scale, WIDEST * scale);
        double pitch = zoomed > 0 ? Math.clamp(zoomed, fitting(left, right, length), MOST_ZOOM) : usual;
        return new StepColumns(left, right, scroll.getValue(), pitch, length);
    }

    private static double fitting(double left, double right, int length) {
        return Math.min(WIDEST, (right - left) / (length + 2.0));
    }

    /** Fits the bar to the columns; moves so that the present step is in sight if it changed. */
    void follow(StepColumns columns, int depth) {
        double seen = columns.seen();
        scroll.setMax(Math.max(0, columns.length() + 2 - seen));
        scroll.setVisibleAmount(scroll.getMax() <= 0 ? 1 : scroll.getMax() * seen / (columns.length() + 2));
        scroll.setVisible(scroll.getMax() > 0);
        if (scroll.getValue() > scroll.getMax()) {
            scroll.setValue(scroll.getMax());
        }
        if (depth != shownDepth) {
            shownDepth = depth;
            if (depth < scroll.getValue() + 1) {
                scroll.setValue(Math.max(0, depth - seen / 4));
            } else if (depth > scroll.getValue() + seen - 2) {
                scroll.setValue(Math.clamp(depth - seen * 3 / 4, 0, scroll.getMax()));
            }
        }
    }

    /** Makes columns wider or narrower; what is under {@code x} stays there. */
    void zoom(StepColumns now, boolean in, double x) {
        double at = now.first() + (x - now.left()) / now.pitch();
        zoomed = Math.clamp(in ? now.pitch() * ZOOM : now.pitch() / ZOOM, fitting(now.left(), now.right(), now.length()), MOST_ZOOM);
        double seen = (now.right() - now.left()) / zoomed;
        scroll.setMax(Math.max(0, now.length() + 2 - seen));
        scroll.setValue(Math.clamp(at - (x - now.left()) / zoomed, 0, scroll.getMax()));
    }

    /** Moves by a number of columns. */
    void pan(double columns) {
        scroll.setValue(Math.clamp(scroll.getValue() + columns, scroll.getMin(), scroll.getMax()));
    }

    /** All steps at once. */
    void fit(StepColumns now) {
        zoomed = fitting(now.left(), now.right(), now.length());
        scroll.setValue(0);
    }

    /** The width that it chooses itself. */
    void usual() {
        zoomed = 0;
    }
}
