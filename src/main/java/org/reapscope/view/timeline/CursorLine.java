package org.reapscope.view.timeline;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;

/** A vertical line over all lanes with a tag: the cursor, A, or B. It is moved, never redrawn. */
final class CursorLine extends Group {

    private final Rectangle line = new Rectangle(1, 1);
    private final Label tag = new Label();
    private final boolean tagBelow;

    /** @param tagBelow whether the tag stands at the foot of the line instead of its top */
    CursorLine(String styleClass, boolean tagBelow) {
        this.tagBelow = tagBelow;
        getStyleClass().add(styleClass);
        line.getStyleClass().add("timeline-line");
        tag.getStyleClass().add("timeline-tag");
        getChildren().setAll(line, tag);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Stands at a time with this tag; hidden where the plot does not show it. */
    void place(Plot plot, long ns, String text) {
        boolean shown = plot.shows(ns);
        setVisible(shown);
        if (!shown) {
            return;
        }
        if (!tag.getText().equals(text)) {
            tag.setText(text);
        }
        double x = plot.x(ns);
        double unit = 1 / plot.renderScale();
        line.setWidth(Math.max(1, Math.floor(1.5 * plot.renderScale()) * unit));
        line.setHeight(plot.bottom() - plot.top());
        line.setX(Math.floor(x * plot.renderScale()) * unit);
        line.setY(plot.top());
        double width = tag.prefWidth(-1);
        double height = tag.prefHeight(width);
        double left = Math.clamp(x - width / 2, plot.left(), Math.max(plot.left(), plot.right() - width));
        tag.resizeRelocate(Math.round(left), Math.round(tagBelow ? plot.bottom() - height : plot.top()), width, height);
    }
}
