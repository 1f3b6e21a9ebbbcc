package org.reapscope.view.explore;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels as the panes here want them. */
final class Texts {

    private Texts() {}

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label of as many lines as its text needs. */
    static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
