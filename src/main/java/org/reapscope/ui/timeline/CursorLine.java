package org.reapscope.ui.timeline;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;

/** A vertical line over all lanes with a tag: the cursor, A, or B. It is moved, never redrawn. */
final class CursorLine extends Group {

    private final Rectangle line = new Rectangle(1, 1);
    private final Label tag = new Label();
    private final Tag side;

    /** Where the tag stands. */
    enum Tag {
        LEFT_OF_TOP, RIGHT_OF_TOP, FOOT
    }

    CursorLine(String styleClass, Tag side) {
        this.side = side;
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
        double wanted = switch (side) {
            case LEFT_OF_TOP -> x - width;
            case RIGHT_OF_TOP -> x + 1;
            case FOOT -> x - width / 2;
        };
        double left = Math.clamp(wanted, plot.left(), Math.max(plot.left(), plot.right() - width));
        tag.resizeRelocate(Math.round(left), Math.round(side == Tag.FOOT ? plot.bottom() - height : plot.top()), width, height);
    }
}
