package org.reapscope.app.window;

import java.util.List;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** The tools in the middle of the toolbar: those of a capture, of a run, or none. What has no room is in a menu at the toolbar's end. */
final class FrontTools {

    private final ToolBar toolbar;
    private final Node before;
    private final Node after;
    private final List<Node> ofCaptures;

    /** The tools between {@code before} and {@code after} are now those of captures. */
    FrontTools(ToolBar toolbar, Node before, Node after) {
        this.toolbar = toolbar;
        this.before = before;
        this.after = after;
        toolbar.getItems().forEach(FrontTools::keepWhole);
        ofCaptures = List.copyOf(between());
    }

    void show(@Nullable DocumentTab front) {
        List<Node> tools = front == null ? ofCaptures : front.tools(ofCaptures);
        tools.forEach(FrontTools::keepWhole);
        if (!between().equals(tools)) {
            between().clear();
            toolbar.getItems().addAll(toolbar.getItems().indexOf(before) + 1, tools);
        }
    }

    private List<Node> between() {
        ObservableList<Node> all = toolbar.getItems();
        return all.subList(all.indexOf(before) + 1, all.indexOf(after));
    }

    private static void keepWhole(Node tool) {
        if (tool instanceof Control control) {
            control.setMinWidth(Region.USE_PREF_SIZE);
        }
    }
}
