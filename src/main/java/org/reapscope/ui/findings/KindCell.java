package org.reapscope.ui.findings;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.ui.kit.Texts;

/** What kind of finding it is, behind an arrow that opens its details. */
final class KindCell extends TableCell<Finding, Finding> {

    private final FindingsController pane;
    private final Region arrow = new Region();
    private final FindingIcon icon = new FindingIcon();
    private final Label title = Texts.wrapped("", "title");
    private final HBox line;

    KindCell(FindingsController pane) {
        this.pane = pane;
        arrow.getStyleClass().add("disclosure");
        StackPane opener = new StackPane(arrow);
        opener.getStyleClass().add("opener");
        opener.setOnMouseClicked(event -> {
            if (getItem() != null) {
                pane.toggle(getItem());
            }
            event.consume();
        });
        HBox.setHgrow(title, Priority.ALWAYS);
        line = new HBox(opener, icon, title);
        line.getStyleClass().add("line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (finding == null || empty) {
            setGraphic(null);
            return;
        }
        arrow.setRotate(pane.isOpen(finding) ? 90 : 0);
        icon.show(finding);
        title.setText(finding.kind().title());
        setGraphic(line);
    }
}
