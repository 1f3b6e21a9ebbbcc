package org.reapscope.view.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;

/** A name at the left, what it stands for at the right; the right side wraps where there is no room. */
final class KeyValueRow extends HBox {

    private final Label key = new Label();
    private final Label value = new Label();

    KeyValueRow() {
        getStyleClass().add("key-value");
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        value.setWrapText(true);
        value.setMinWidth(0);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAlignment(Pos.TOP_RIGHT);
        value.setTextAlignment(TextAlignment.RIGHT);
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().setAll(key, value);
    }

    void show(String name, String what, String style) {
        key.setText(name);
        value.setText(what);
        value.getStyleClass().setAll("label", "value", style);
        setAccessibleText(name + ": " + what);
    }
}
