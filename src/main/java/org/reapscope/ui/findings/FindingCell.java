package org.reapscope.ui.findings;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.analysis.sentence.FindingText;
import org.reapscope.trace.Trace;
import org.reapscope.ui.kit.Messages;

/** One finding in one line, with its details below when they are open. */
final class FindingCell extends ListCell<Finding> {

    private final FindingsController pane;
    private final Region arrow = new Region();
    private final FindingIcon icon = new FindingIcon();
    private final Label title = label("title");
    private final Label task = label("task");
    private final Label text = label("text-of");
    private final Label certainty = label("certainty");
    private final Label time = label("time");
    private final VBox body;
    private @Nullable FindingDetails details;

    FindingCell(FindingsController pane) {
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
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(new Tooltip());
        certainty.setTooltip(new Tooltip());
        for (Label detail : new Label[] {task, certainty}) {
            detail.visibleProperty().bind(pane.roomy());
            detail.managedProperty().bind(pane.roomy());
        }
        HBox line = new HBox(opener, icon, title, task, text, certainty, time);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                pane.jump(getItem());
            }
        });
        body = new Body(line);
        body.getStyleClass().add("finding");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        Trace trace = pane.capture().trace().get();
        if (finding == null || empty || trace == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        icon.show(finding);
        title.setText(finding.kind().title());
        task.setText(FindingText.task(trace, finding));
        text.setText(finding.text());
        text.getTooltip().setText(finding.text());
        certainty.setText(finding.certainty().title());
        certainty.getTooltip().setText(finding.certainty().inFull());
        certainty.getStyleClass().setAll("label", "certainty", finding.certainty() == Certainty.CERTAIN ? "sure" : "unsure");
        time.setText(ClockText.of(trace, finding.startNs()));
        showDetails(trace, finding);
        setGraphic(body);
        setAccessibleText(FindingText.spoken(trace, finding)
                + " " + Messages.text(pane.isOpen(finding) ? "findings.spoken-open" : "findings.spoken-closed"));
    }

    private void showDetails(Trace trace, Finding finding) {
        boolean open = pane.isOpen(finding);
        arrow.setRotate(open ? 90 : 0);
        if (open) {
            FindingDetails shown = details == null ? new FindingDetails(pane) : details;
            details = shown;
            shown.show(trace, finding);
            if (body.getChildren().size() == 1) {
                body.getChildren().add(shown);
            }
        } else if (body.getChildren().size() > 1) {
            body.getChildren().remove(1);
        }
    }

    /** Content whose height follows from its width, which a cell does not ask for by itself. */
    private final class Body extends VBox {

        private static final double SCROLL_BAR = 24;

        Body(HBox line) {
            super(line);
        }

        @Override
        protected double computePrefHeight(double width) {
            double available = getListView() == null ? width : getListView().getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
            return super.computePrefHeight(width < 0 ? Math.max(1, available) : width);
        }
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
