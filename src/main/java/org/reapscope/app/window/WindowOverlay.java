package org.reapscope.app.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/** One thing shown over the window, such as the palette. Esc or a click beside it closes it; the focus goes back. */
final class WindowOverlay {

    private final StackPane root;
    private final StackPane veil = new StackPane();
    private @Nullable Node focusedBefore;

    WindowOverlay(StackPane root) {
        this.root = root;
        veil.getStyleClass().add("veil");
        veil.setPadding(new Insets(64, 24, 24, 24));
        veil.setOnMousePressed(event -> {
            if (event.getTarget() == veil) {
                close();
            }
        });
        veil.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            event.consume();
        });
    }

    /** Shows {@code content} in place of what was shown, and gives the focus to {@code focused}. */
    void show(Node content, Pos where, Node focused) {
        if (!showing() && root.getScene() != null) {
            focusedBefore = root.getScene().getFocusOwner();
        }
        veil.getChildren().setAll(content);
        StackPane.setAlignment(content, where);
        if (!showing()) {
            root.getChildren().add(veil);
        }
        focused.requestFocus();
    }

    boolean showing() {
        return root.getChildren().contains(veil);
    }

    void close() {
        if (showing()) {
            root.getChildren().remove(veil);
            if (focusedBefore != null) {
                focusedBefore.requestFocus();
                focusedBefore = null;
            }
        }
    }
}
