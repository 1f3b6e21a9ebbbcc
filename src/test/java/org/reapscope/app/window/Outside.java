package org.reapscope.app.window;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/** What of a window cannot be seen because it lies outside, by the bounds of every visible node;
 * nor what a pane around it cuts off. What scrolls may be longer than its view. */
final class Outside {

    private static final double SLACK = 1.5;

    private final List<String> found = new ArrayList<>();

    private Outside() {}

    /** The nodes under {@code root} that leave it, each with where it lies; none if all is inside. */
    static List<String> of(Parent root) {
        Outside outside = new Outside();
        outside.walk(root, root.localToScene(root.getLayoutBounds()));
        return outside.found;
    }

    private void walk(Node node, Bounds seen) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getWidth() > 0 && bounds.getHeight() > 0 && !inside(bounds, seen)) {
            found.add(node.getClass().getSimpleName() + node.getStyleClass() + " " + bounds);
            return;
        }
        if (node instanceof Parent parent && !scrolls(node)) {
            Node own = node.getClip();
            Bounds inner = own == null ? seen : common(seen, node.localToScene(own.getBoundsInParent()));
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, inner));
        }
    }

    /** Whether what does not fit can be reached all the same: by scrolling, or in a menu. */
    private static boolean scrolls(Node node) {
        return node instanceof ScrollPane || node instanceof ListView<?> || node instanceof TableView<?>
                || node instanceof TextInputControl || node.getStyleClass().contains("tab-header-area");
    }

    private static boolean inside(Bounds bounds, Bounds seen) {
        return bounds.getMinX() >= seen.getMinX() - SLACK && bounds.getMaxX() <= seen.getMaxX() + SLACK
                && bounds.getMinY() >= seen.getMinY() - SLACK && bounds.getMaxY() <= seen.getMaxY() + SLACK;
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x), Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }
}
