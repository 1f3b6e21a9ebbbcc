package org.reapscope.view.window;

import java.util.List;
import java.util.function.Consumer;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.reapscope.settings.KeyboardLayout;
import org.reapscope.view.AppContext;
import org.reapscope.view.command.Command;

/** Commands about the window's look, the size of its text, and which panes show. */
final class ViewCommands {

    private static final int STEP = 10;
    private static final int PROJECTOR_PERCENT = 160;

    private final AppContext context;
    private final CaptureTabs tabs;
    private final StackPane root;
    private final ToggleButton projector;
    private int percentBefore = 100;

    ViewCommands(AppContext context, CaptureTabs tabs, StackPane root, ToggleButton projector) {
        this.context = context;
        this.tabs = tabs;
        this.root = root;
        this.projector = projector;
    }

    void bind() {
        BooleanBinding open = context.captures().selected().isNotNull();
        context.commands().bind(Command.NEXT_THEME, () -> context.preferences().change(s -> s.withTheme(s.theme().next())));
        context.commands().bind(Command.TEXT_LARGER, () -> resize(STEP));
        context.commands().bind(Command.TEXT_SMALLER, () -> resize(-STEP));
        context.commands().bind(Command.TEXT_NORMAL, () -> context.preferences().change(s -> s.withTextPercent(100)));
        context.commands().bind(Command.PROJECTOR, this::toggleProjector);
        context.commands().bind(Command.KEYBOARD_LAYOUT, () -> context.preferences().change(s -> s.withLayout(
                KeyboardLayout.values()[(s.layout().ordinal() + 1) % KeyboardLayout.values().length])));
        context.commands().bind(Command.TOGGLE_TASKS, open, () -> withPane(CapturePaneController::toggleTasks));
        context.commands().bind(Command.TOGGLE_INSPECTOR, open, () -> withPane(CapturePaneController::toggleInspector));
        context.commands().bind(Command.TOGGLE_TABLES, open, () -> withPane(CapturePaneController::toggleTables));
        context.commands().bind(Command.NEXT_PANE, open, () -> turn(1));
        context.commands().bind(Command.PREVIOUS_PANE, open, () -> turn(-1));
    }

    private void resize(int by) {
        context.preferences().change(s -> s.withTextPercent(s.textPercent() + by));
    }

    /** For a room: large text and the whole screen; the same again goes back. */
    private void toggleProjector() {
        boolean on = root.getScene().getWindow() instanceof Stage stage && !stage.isFullScreen();
        if (root.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(on);
        }
        if (on) {
            percentBefore = context.preferences().settings().get().textPercent();
        }
        int percent = on ? Math.max(PROJECTOR_PERCENT, percentBefore) : percentBefore;
        context.preferences().change(s -> s.withTextPercent(percent));
        projector.setSelected(on);
    }

    private void withPane(Consumer<CapturePaneController> act) {
        tabs.inFront().ifPresent(act);
    }

    private void turn(int step) {
        withPane(pane -> {
            List<Node> panes = pane.panes().toList();
            Node focused = root.getScene().getFocusOwner();
            int now = -1;
            for (int i = 0; i < panes.size(); i++) {
                if (within(panes.get(i), focused)) {
                    now = i;
                }
            }
            focus(panes.get(Math.floorMod(now < 0 && step < 0 ? -1 : now + step, panes.size())));
        });
    }

    /** Focuses the node or the first thing in it that takes the focus. */
    private static boolean focus(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(ViewCommands::focus);
    }

    private static boolean within(Node pane, @Nullable Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == pane) {
                return true;
            }
        }
        return false;
    }
}
