package org.reapscope.ui.timeline;

import javafx.scene.shape.Rectangle;

/** A frame around something in the plot: what is selected, what the pointer is on, the finding. */
final class PlotFrame extends Rectangle {

    private static final double LEAST = 3;

    PlotFrame(String styleClass) {
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Frames a span of time between two heights; hidden where nothing of it can be seen. */
    void place(Plot plot, long startNs, long endNs, double top, double bottom) {
        double y1 = Math.max(top, plot.top());
        double y2 = Math.min(bottom, plot.bottom());
        boolean shown = endNs >= plot.viewport().startNs() && startNs <= plot.viewport().endNs() && y2 > y1;
        setVisible(shown);
        if (shown) {
            double x1 = plot.inside(startNs);
            double x2 = plot.inside(endNs);
            double spare = Math.max(0, LEAST - (x2 - x1)) / 2;
            setX(Math.max(plot.left(), Math.floor(x1 - spare)));
            setY(y1);
            setWidth(Math.ceil(x2 - x1 + 2 * spare));
            setHeight(y2 - y1);
        }
    }
}
