package org.reapscope.ui.timeline;

import javafx.scene.shape.Rectangle;

import org.reapscope.ui.CaptureModel;

/** Makes pale what has not come yet. */
final class Veil extends Rectangle {

    Veil() {
        getStyleClass().add("timeline-veil");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Covers everything after a moment; nothing for {@link CaptureModel#UNSET}. */
    void place(Plot plot, long fromNs) {
        double left = fromNs == CaptureModel.UNSET ? plot.right() : plot.inside(fromNs);
        setVisible(left < plot.right());
        setX(left);
        setY(plot.top());
        setWidth(plot.right() - left);
        setHeight(Math.max(0, plot.bottom() - plot.top()));
    }
}
