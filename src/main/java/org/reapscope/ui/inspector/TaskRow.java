package org.reapscope.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.moment.TaskNow;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.TaskStateStyle;

/** A task with its state: a bar in the state's colour, the name, the state in words, where and for how long. */
final class TaskRow extends HBox {

    private final Region bar = new Region();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label since = new Label();

    TaskRow() {
        getStyleClass().add("task-row");
        name.getStyleClass().add("name");
        since.getStyleClass().add("since");
        name.setMinWidth(0);
        state.setMinWidth(0);
        state.setWrapText(true);
        since.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(name, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(bar, words, since);
        setFocusTraversable(false);
    }

    void show(ClockFigures clock, TaskNow now) {
        String style = TaskStateStyle.of(now.state());
        String where = now.cpu() < 0 ? "" : ", " + Messages.text("inspector.cpu", now.cpu());
        bar.getStyleClass().setAll("state-bar", style);
        name.setText(now.label());
        state.setText(now.state().title() + where);
        state.getStyleClass().setAll("label", "state-text", style);
        since.setText(now.sinceNs() < 0 ? "" : clock.length(now.sinceNs()));
        setAccessibleText(now.label() + ": " + state.getText() + " " + since.getText());
    }
}
