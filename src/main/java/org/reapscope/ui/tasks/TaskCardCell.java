package org.reapscope.ui.tasks;

import java.util.Locale;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Task;
import org.reapscope.trace.lane.TaskState;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.Messages;

/** The card of one task: its name and number, its state at the cursor with the state's colour, what it is in. */
final class TaskCardCell extends ListCell<Task> {

    private final CaptureModel model;
    private final TaskList tasks;
    private final Region bar = new Region();
    private final Label comm = label("comm");
    private final Label tid = label("small", "dim");
    private final Label state = label("small", "state-text");
    private final Label cpu = label("small", "dim");
    private final Label doing = label("mono");
    private final Label mark = label("small", "dim");
    private final HBox card;
    private final MenuItem pin = new MenuItem();
    private final MenuItem hide = new MenuItem();

    TaskCardCell(CaptureModel model, TaskList tasks) {
        this.model = model;
        this.tasks = tasks;
        bar.getStyleClass().add("state-bar");
        VBox body = new VBox(line(comm, tid), line(state, cpu), line(doing, mark));
        body.getStyleClass().add("body");
        HBox.setHgrow(body, Priority.ALWAYS);
        card = new HBox(bar, body);
        card.getStyleClass().add("task-card");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        pin.setOnAction(e -> tasks.togglePin(getItem()));
        hide.setOnAction(e -> tasks.toggleHidden(getItem()));
        setContextMenu(new ContextMenu(pin, hide));
        model.cursorNs().addListener((o, was, is) -> show());
        tasks.cards().addListener((o, was, is) -> show());
    }

    @Override
    protected void updateItem(@Nullable Task item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(item == null || empty ? null : card);
        show();
    }

    private void show() {
        Task task = getItem();
        TaskCards cards = tasks.cards().get();
        if (task == null || cards == null || isEmpty()) {
            return;
        }
        long cursor = model.cursorNs().get();
        TaskCard at = cards.at(task, cursor == CaptureModel.UNSET ? cards.trace().lastNs() : cursor);
        comm.setText(task.comm());
        tid.setText(Integer.toString(task.tid()));
        state.setText(at.state().title());
        cpu.setText(at.cpu() < 0 ? "—" : Messages.text("tasks.cpu", at.cpu()));
        doing.setText(at.doing());
        mark.setText(tasks.hidden(task) ? Messages.text("tasks.hidden") : tasks.pinned(task) ? Messages.text("tasks.pinned") : "");
        card.setOpacity(tasks.hidden(task) ? 0.55 : 1);
        String style = "state-" + styleOf(at.state());
        bar.getStyleClass().setAll("state-bar", style);
        state.getStyleClass().setAll("label", "small", "state-text", style);
        pin.setText(Messages.text(tasks.pinned(task) ? "tasks.unpin" : "tasks.pin"));
        hide.setText(Messages.text(tasks.hidden(task) ? "tasks.unhide" : "tasks.hide"));
        setAccessibleText(Messages.text("tasks.spoken", task.comm(), Integer.toString(task.tid()), at.state().title(), at.doing()));
    }

    /** States that are drawn alike share a style. */
    private static String styleOf(TaskState state) {
        return switch (state) {
            case EXITING_RUNNABLE -> "exiting";
            case PREEMPTED -> "runnable";
            case STOPPED, TRACED -> "stopped";
            case IDLE -> "sleeping";
            case UNINTERRUPTIBLE_LOCK -> "lock-wait";
            case UNINTERRUPTIBLE -> "io-wait";
            default -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    private static HBox line(Label left, Label right) {
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMaxWidth(Double.MAX_VALUE);
        right.setMinWidth(Region.USE_PREF_SIZE);
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
