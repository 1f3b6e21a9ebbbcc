package org.reapscope.ui.run;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.reapscope.ui.kit.Messages;

/** What the present policy wants to know of each task: weights, ranks, sets of CPUs; nothing for most policies. */
final class PerTaskBox {

    private static final int DIGITS = 6;

    private final RunModel model;
    private final VBox box;

    PerTaskBox(RunModel model, VBox box) {
        this.model = model;
        this.box = box;
    }

    void bind() {
        model.policy().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        box.getChildren().clear();
        RunPolicy.PerTask kind = model.policy().get().perTask();
        boolean any = kind != RunPolicy.PerTask.NOTHING;
        box.setVisible(any);
        box.setManaged(any);
        if (any) {
            Label what = new Label(switch (kind) {
                case NOTHING -> "";
                case WEIGHT -> Messages.text("run.per-task-weight");
                case RANK -> Messages.text("run.per-task-rank");
                case SET -> Messages.text("run.per-task-set");
            });
            what.getStyleClass().addAll("small", "dim");
            what.setWrapText(true);
            box.getChildren().add(what);
            model.tasks().forEach(t -> box.getChildren().add(row(t)));
        }
    }

    private HBox row(RunTask task) {
        Label name = new Label(task.name());
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        TextField field = new TextField(Integer.toString(model.scheduler().value(task.name())));
        field.setPrefColumnCount(DIGITS);
        field.setAccessibleText(task.name());
        field.textProperty().addListener((o, was, is) -> take(task.name(), is, field));
        HBox row = new HBox(6, name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void take(String task, String text, TextField field) {
        RunPolicy.PerTask kind = model.policy().get().perTask();
        boolean right = text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= kind.least() && Integer.parseInt(text) <= kind.most();
        field.getStyleClass().remove("wrong");
        if (right) {
            model.scheduler().setValue(task, Integer.parseInt(text));
        } else {
            field.getStyleClass().add("wrong");
        }
    }
}
