package org.reapscope.ui.kit;

import java.util.List;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Takes the panes around a picture away while a room looks on, and puts them back as they were. */
public final class CentreAlone {

    private final SplitPane pane;
    private final Node centre;
    private List<Node> all = List.of();
    private double[] dividers = {};

    private CentreAlone(SplitPane pane, Node centre) {
        this.pane = pane;
        this.centre = centre;
    }

    /** Leaves only {@code centre} of the pane's items while {@code alone} is true. */
    public static void keep(SplitPane pane, Node centre, ObservableBooleanValue alone) {
        CentreAlone keeper = new CentreAlone(pane, centre);
        alone.addListener((o, was, is) -> keeper.show(is));
        if (alone.get()) {
            keeper.show(true);
        }
    }

    private void show(boolean alone) {
        if (alone) {
            all = List.copyOf(pane.getItems());
            dividers = pane.getDividerPositions();
            pane.getItems().setAll(centre);
        } else {
            pane.getItems().setAll(all);
            pane.setDividerPositions(dividers);
        }
    }
}
