package org.reapscope.app.window;

import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.lesson.LessonPaneController;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.undo.UndoHistory;

/** Undo and redo of what was done in the document in front; in a run that is its last step, and the next of its branch; in a challenge its last step. */
final class EditCommands {

    private final AppContext context;
    private final ObservableValue<@Nullable DocumentTab> front;

    EditCommands(AppContext context, DocumentTabs tabs) {
        this.context = context;
        front = tabs.front();
    }

    /** @param window where keys and buttons begin a new act */
    void bind(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!(event.getTarget() instanceof TextInputControl)) {
                nextAct();
            }
        });
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> nextAct());
        ObservableValue<String> undoable = front.map(EditCommands::historyOf).flatMap(UndoHistory::undoable).orElse("");
        ObservableValue<String> redoable = front.map(EditCommands::historyOf).flatMap(UndoHistory::redoable).orElse("");
        context.commands().bind(Command.UNDO, told(undoable), undoable, () -> move(false));
        context.commands().bind(Command.REDO, told(redoable), redoable, () -> move(true));
        ObservableValue<@Nullable RunModel> run = front.map(tab -> tab instanceof RunTab shown ? shown.model() : null);
        ObservableValue<String> step = run.flatMap(m -> m.revision().map(r -> named(m, m.depth()))).orElse("");
        ObservableValue<String> next = run.flatMap(m -> m.revision().map(r -> named(m, m.depth() + 1))).orElse("");
        context.commands().bind(Command.UNDO, told(step), step, () -> with(run.getValue(), RunModel::back));
        context.commands().bind(Command.REDO, told(next), next, () -> with(run.getValue(), m -> m.jump(m.depth() + 1)));
        bindChallenges();
    }

    /** A step in a challenge is taken back as its own key does. */
    private void bindChallenges() {
        ObservableValue<@Nullable LessonPaneController> lesson = front.map(tab -> tab instanceof LessonTab shown ? shown.pane() : null);
        ObservableValue<String> step = lesson.flatMap(LessonPaneController::undoable).orElse("");
        context.commands().bind(Command.UNDO, told(step), step, () -> {
            LessonPaneController pane = lesson.getValue();
            if (pane != null) {
                pane.undo();
            }
        });
    }

    private static BooleanBinding told(ObservableValue<String> what) {
        return Bindings.createBooleanBinding(() -> !what.getValue().isEmpty(), what);
    }

    private static String named(RunModel run, int depth) {
        return depth < 1 || depth > run.path().length() ? "" : Messages.text("undo.step", run.happened(depth).taskName());
    }

    private static void with(@Nullable RunModel run, Consumer<RunModel> act) {
        if (run != null) {
            act.accept(run);
        }
    }

    private void move(boolean again) {
        DocumentTab tab = front.getValue();
        if (tab != null) {
            tab.undo(again);
        }
    }

    private void nextAct() {
        UndoHistory history = historyOf(front.getValue());
        if (history != null) {
            history.nextAct();
        }
    }

    private static @Nullable UndoHistory historyOf(@Nullable DocumentTab tab) {
        return tab == null ? null : tab.history().orElse(null);
    }
}
