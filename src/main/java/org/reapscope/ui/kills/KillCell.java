package org.reapscope.ui.kills;

import java.util.function.Function;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/** One fact of a kill; a call that failed while memory was there stands out. */
final class KillCell extends TableCell<KillLine, KillLine> {

    private static final String SEVERE = "severe";

    private final Function<KillLine, String> text;

    KillCell(Function<KillLine, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(@Nullable KillLine line, boolean empty) {
        super.updateItem(line, empty);
        String words = line == null || empty ? "" : text.apply(line);
        setText(words);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
        getStyleClass().remove(SEVERE);
        if (line != null && !empty && line.result() == KillResult.ESRCH_HARMFUL) {
            getStyleClass().add(SEVERE);
        }
    }
}
