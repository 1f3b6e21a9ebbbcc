package org.reapscope.ui.findings;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.Trace;
import org.reapscope.ui.kit.Texts;

/** The whole sentence of a finding on as many lines as it needs, and its details below when they are open. */
final class SentenceCell extends TableCell<Finding, Finding> {

    private final FindingsController pane;
    private final Label text = Texts.wrapped("", "text-of");
    private final VBox body = new VBox(text);
    private @Nullable FindingDetails details;

    SentenceCell(FindingsController pane) {
        this.pane = pane;
        body.getStyleClass().add("sentence");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        Trace trace = pane.capture().trace().get();
        if (finding == null || empty || trace == null) {
            setGraphic(null);
            return;
        }
        text.setText(finding.text());
        if (pane.isOpen(finding)) {
            FindingDetails shown = details == null ? new FindingDetails(pane) : details;
            details = shown;
            shown.show(trace, finding);
            body.getChildren().setAll(text, shown);
        } else {
            body.getChildren().setAll(text);
        }
        setGraphic(body);
    }

    /** Its height follows from its width, which a row does not ask for by itself. */
    @Override
    protected double computePrefHeight(double width) {
        double inside = getTableColumn().getWidth() - snappedLeftInset() - snappedRightInset();
        return getGraphic() == null ? super.computePrefHeight(width)
                : snappedTopInset() + body.prefHeight(Math.max(1, inside)) + snappedBottomInset();
    }
}
