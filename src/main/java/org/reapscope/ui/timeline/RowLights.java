package org.reapscope.ui.timeline;

import java.util.Set;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

import org.reapscope.picture.Rows;
import org.reapscope.picture.Scenery;

/** Frames the rows that somebody points at, and dims those that the light leaves out. */
final class RowLights extends Group {

    RowLights() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void place(Plot plot, Scenery scenery, Set<String> framed, Set<String> dimmed) {
        if (framed.isEmpty() && dimmed.isEmpty() && getChildren().isEmpty()) {
            return;
        }
        getChildren().clear();
        Rows rows = scenery.rows();
        for (int row = 0; row < rows.size(); row++) {
            String key = rows.get(row).key();
            double top = plot.visibleTop(row);
            double bottom = Math.min(plot.bottom(), plot.rowBottom(row));
            if (bottom > top && (dimmed.contains(key) || framed.contains(key))) {
                boolean dim = dimmed.contains(key);
                Rectangle light = new Rectangle(dim ? 0 : 1, top - 1, plot.right() - (dim ? 0 : 2), bottom - top + 2);
                light.getStyleClass().add(dim ? "timeline-dimmed" : "timeline-pointed-at");
                getChildren().add(light);
            }
        }
    }
}
