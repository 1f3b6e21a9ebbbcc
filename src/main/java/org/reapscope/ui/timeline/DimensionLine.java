package org.reapscope.ui.timeline;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;

/** Measures from cursor A to cursor B: the span between them is tinted, and a line says how long it is. */
final class DimensionLine extends Group {

    private static final double CAP = 9;

    private final Rectangle tint = new Rectangle();
    private final Rectangle line = new Rectangle();
    private final Rectangle leftCap = new Rectangle();
    private final Rectangle rightCap = new Rectangle();
    private final Label text = new Label();

    DimensionLine() {
        tint.getStyleClass().add("timeline-range");
        line.getStyleClass().add("timeline-dimension");
        leftCap.getStyleClass().add("timeline-dimension");
        rightCap.getStyleClass().add("timeline-dimension");
        text.getStyleClass().add("timeline-tag");
        getStyleClass().add("timeline-marker");
        getChildren().setAll(tint, line, leftCap, rightCap, text);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Spans {@code fromNs} to {@code toNs}, the earlier first. */
    void place(Plot plot, long fromNs, long toNs, String measure) {
        boolean shown = fromNs < toNs && toNs >= plot.viewport().startNs() && fromNs <= plot.viewport().endNs();
        setVisible(shown);
        if (!shown) {
            return;
        }
        if (!text.getText().equals(measure)) {
            text.setText(measure);
        }
        double x1 = plot.inside(fromNs);
        double x2 = plot.inside(toNs);
        double width = text.prefWidth(-1);
        double height = text.prefHeight(width);
        double y = Math.round(plot.bottom() - 2.4 * height);
        set(tint, x1, plot.top(), x2 - x1, plot.bottom() - plot.top());
        set(line, x1, y, x2 - x1, 1.5);
        set(leftCap, x1, y - CAP / 2, 1.5, CAP);
        set(rightCap, x2 - 1.5, y - CAP / 2, 1.5, CAP);
        leftCap.setVisible(plot.shows(fromNs));
        rightCap.setVisible(plot.shows(toNs));
        double middle = (x1 + x2) / 2;
        double left = Math.clamp(middle - width / 2, plot.left(), Math.max(plot.left(), plot.right() - width));
        boolean fits = x2 - x1 > width + 2 * CAP;
        text.resizeRelocate(Math.round(left), Math.round(fits ? y - height / 2 : y - height - CAP / 2), width, height);
    }

    private static void set(Rectangle rectangle, double x, double y, double width, double height) {
        rectangle.setX(x);
        rectangle.setY(y);
        rectangle.setWidth(Math.max(0, width));
        rectangle.setHeight(Math.max(0, height));
    }
}
