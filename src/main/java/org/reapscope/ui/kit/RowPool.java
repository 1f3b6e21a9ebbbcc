package org.reapscope.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Rows of a pane that come and go: kept and used again, since making a node costs far more than changing its text.
 *
 * @param <R> a row
 */
public final class RowPool<R extends Node> {

    private final Pane parent;
    private final Supplier<R> make;
    private final List<R> rows = new ArrayList<>();

    public RowPool(Pane parent, Supplier<R> make) {
        this.parent = parent;
        this.make = make;
    }

    /** So many rows, now the only children of the pane. */
    public List<R> take(int count) {
        while (rows.size() < count) {
            rows.add(make.get());
        }
        int shown = parent.getChildren().size();
        if (shown > count) {
            parent.getChildren().remove(count, shown);
        } else if (shown < count) {
            parent.getChildren().addAll(rows.subList(shown, count));
        }
        return rows.subList(0, count);
    }
}
