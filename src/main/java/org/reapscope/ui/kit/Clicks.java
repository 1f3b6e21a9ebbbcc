package org.reapscope.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/** Makes rows that do something when they are clicked, or when Enter or Space is pressed on them. Unlike a button's, their texts wrap. */
public final class Clicks {

    private Clicks() {}

    /** Has {@code row} do {@code action}, with the mouse and with the keyboard. */
    public static void on(Region row, Runnable action) {
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                row.requestFocus();
                action.run();
            }
        });
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                action.run();
            }
        });
    }
}
