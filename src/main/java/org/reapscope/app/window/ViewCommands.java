package org.reapscope.app.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.reapscope.document.settings.KeyboardLayout;
import org.reapscope.document.settings.PaneSide;
import org.reapscope.document.settings.Settings;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.panes.SidePanes;

/** Commands about the window's look, the size of its text, and which panes show. */
final class ViewCommands {

    private static final int STEP = 10;
    private static final double LARGE = 0.66;

    private final AppContext context;
    private final DocumentTabs tabs;
    private final StackPane root;

    ViewCommands(AppContext context, DocumentTabs tabs, StackPane root) {
        this.context = context;
        this.tabs = tabs;
        this.root = root;
    }

    void bind() {
        BooleanBinding open = Bindings.createBooleanBinding(() -> panes().isPresent(), tabs.front());
        context.commands().bind(Command.NEXT_THEME, () -> context.preferences().change(s -> s.withTheme(s.theme().next())));
        context.commands().bind(Command.TEXT_LARGER, () -> resize(STEP));
        context.commands().bind(Command.TEXT_SMALLER, () -> resize(-STEP));
        context.commands().bind(Command.TEXT_NORMAL, () -> context.preferences().change(s -> s.withTextPercent(100)));
        context.commands().bind(Command.KEYBOARD_LAYOUT, () -> context.preferences().change(s -> s.withLayout(
                KeyboardLayout.values()[(s.layout().ordinal() + 1) % KeyboardLayout.values().length])));
        context.commands().bind(Command.TOGGLE_TASKS, open, () -> withPanes(p -> p.toggle(PaneSide.TASKS)));
        context.commands().bind(Command.TOGGLE_INSPECTOR, open, () -> withPanes(p -> p.toggle(PaneSide.INSPECTOR)));
        context.commands().bind(Command.TOGGLE_TABLES, open, () -> withPanes(p -> p.toggle(PaneSide.TABLES)));
        context.commands().bind(Command.ENLARGE_TABLES, open, () -> withPanes(p -> p.toggleLarge(PaneSide.TABLES, LARGE)));
        BooleanBinding several = Bindings.createBooleanBinding(() -> !round().isEmpty(), tabs.front());
        context.commands().bind(Command.NEXT_PANE, several, () -> turn(1));
        context.commands().bind(Command.PREVIOUS_PANE, several, () -> turn(-1));
    }

    private void resize(int by) {
        if (context.presenting().on().get()) {
            IntegerProperty percent = context.presenting().textPercent();
            percent.set(Math.clamp(percent.get() + by, Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT));
            return;
        }
        context.preferences().change(s -> s.withTextPercent(s.textPercent() + by));
    }

    private Optional<SidePanes> panes() {
        return Optional.ofNullable(tabs.front().get()).flatMap(DocumentTab::panes);
    }

    private void withPanes(Consumer<SidePanes> act) {
        panes().ifPresent(act);
    }

    private List<Node> round() {
        DocumentTab front = tabs.front().get();
        return front == null ? List.of() : front.round();
    }

    private void turn(int step) {
        List<Node> panes = round();
        Node focused = root.getScene().getFocusOwner();
        int now = -1;
        for (int i = 0; i < panes.size(); i++) {
            if (within(panes.get(i), focused)) {
                now = i;
            }
        }
        focus(panes.get(Math.floorMod(now < 0 && step < 0 ? -1 : now + step, panes.size())));
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
