package org.reapscope.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels as the panes here want them. */
public final class Texts {

    private Texts() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label of as many lines as its text needs. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
