package org.reapscope.ui.command;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** One line of a palette: what, where it belongs, its key. */
final class PaletteCell extends ListCell<CommandPalette.Entry> {

    private final Label text = new Label();
    private final Label hint = new Label();
    private final Label key = new Label();
    private final HBox row = new HBox(8);

    PaletteCell() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        hint.getStyleClass().add("dim");
        key.getStyleClass().addAll("keycap", "mono");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(text, hint, space, key);
    }

    @Override
    protected void updateItem(CommandPalette.@Nullable Entry item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        text.setText(item.text());
        hint.setText(item.hint());
        key.setText(item.key());
        key.setVisible(!item.key().isEmpty());
        setGraphic(row);
        setAccessibleText(item.text() + ", " + item.hint() + (item.key().isEmpty() ? "" : ", " + item.key()));
    }
}
