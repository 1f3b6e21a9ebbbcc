package org.reapscope.ui.run;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.TaskStateStyle;

/** The card of a task: its state, where it stands, and the button that lets it take its next step; or who keeps it from doing so. */
final class RunTaskCard extends HBox {

    private final Region bar = new Region();
    private final Label name = label("comm");
    private final Label pid = label("small", "dim");
    private final Label state = label("small", "state-text");
    private final Label cpu = label("small", "dim");
    private final Label place = label("mono");
    private final Label obstacle = label("small", "obstacle");
    private final Button step = new Button(Messages.text("run.step-task"));
    private int task = -1;

    RunTaskCard(RunModel model) {
        getStyleClass().add("task-card");
        obstacle.setWrapText(true);
        obstacle.setMinHeight(Region.USE_PREF_SIZE);
        step.getStyleClass().addAll("primary", "step-button");
        step.setOnAction(e -> model.step(task));
        VBox body = new VBox(line(name, pid), line(state, cpu), place, obstacle, step);
        body.getStyleClass().add("body");
        body.setMinWidth(0);
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().setAll(bar, body);
        bar.getStyleClass().add("state-bar");
    }

    void show(RunTask now, boolean steppedLast) {
        task = now.task();
        name.setText(now.name());
        pid.setText(Integer.toString(now.pid()));
        state.setText(now.stateTitle());
        cpu.setText(now.cpu() < 0 ? "—" : Messages.text("tasks.cpu", now.cpu()));
        place.setText(now.place());
        boolean can = now.choice().enabled();
        boolean done = now.choice().step().isEmpty();
        visible(step, can);
        visible(obstacle, !can && !done);
        obstacle.setText(now.choice().obstacle());
        String style = TaskStateStyle.of(now.state());
        bar.getStyleClass().setAll("state-bar", style);
        state.getStyleClass().setAll("label", "small", "state-text", style);
        step.setAccessibleText(Messages.text("run.step-spoken", now.name(), now.place()));
        getStyleClass().remove("stepped-last");
        if (steppedLast) {
            getStyleClass().add("stepped-last");
        }
    }

    private static void visible(Region node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }

    private static HBox line(Label left, Label right) {
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMaxWidth(Double.MAX_VALUE);
        right.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, left, right);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }
}
