package org.reapscope.view.addresses;

import java.util.function.Function;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.format.Vma;

/** One fact of a mapping. */
final class VmaCell extends TableCell<Vma, Vma> {

    private final Function<Vma, String> text;

    VmaCell(Function<Vma, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(@Nullable Vma item, boolean empty) {
        super.updateItem(item, empty);
        setText(item == null || empty ? null : text.apply(item));
    }
}
