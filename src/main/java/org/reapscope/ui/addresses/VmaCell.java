package org.reapscope.ui.addresses;

import java.util.function.Function;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.format.MapsEntry;

/** One fact of a mapping. */
final class VmaCell extends TableCell<MapsEntry, MapsEntry> {

    private final Function<MapsEntry, String> text;

    VmaCell(Function<MapsEntry, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(@Nullable MapsEntry item, boolean empty) {
        super.updateItem(item, empty);
        setText(item == null || empty ? null : text.apply(item));
    }
}
