package org.reapscope.app.window;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.Presenting;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.presentation.Caption;
import org.reapscope.ui.presentation.CaptionBar;
import org.reapscope.ui.presentation.Presented;
import org.reapscope.ui.presentation.RoomScale;

/** The window before a room: what is in front alone, its caption below, the keys of a clicker; Esc or F11 ends it. */
final class PresentationMode {

    private static final String STYLE = "presenting";

    private final AppContext context;
    private final Presenting presenting;
    private final StackPane root;
    private final CaptionBar caption;
    private @Nullable Presented front;
    private Subscription captioned = Subscription.EMPTY;

    PresentationMode(AppContext context, StackPane root, CaptionBar caption) {
        this.context = context;
        this.presenting = context.presenting();
        this.root = root;
        this.caption = caption;
    }

    void bind(DocumentTabs tabs, ToggleButton button, Region... frame) {
        toggle(Command.PROJECTOR, presenting.on());
        toggle(Command.HIDE_ANSWERS, presenting.answersHidden());
        context.commands().bind(Command.SPOTLIGHT, presenting.on(), () -> flip(presenting.spotlight()));
        context.commands().bind(Command.PROJECTOR_CONTRAST, presenting.on(), () -> flip(presenting.contrast()));
        button.selectedProperty().bind(presenting.on());
        for (Region part : frame) {
            part.visibleProperty().bind(presenting.on().not());
            part.managedProperty().bind(part.visibleProperty());
        }
        caption.visibleProperty().bind(presenting.on());
        caption.managedProperty().bind(caption.visibleProperty());
        presenting.on().addListener((o, was, is) -> change(is));
        tabs.follow(this::follow);
    }

    /** Hears the clicker and Esc before the panes do. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        if (!presenting.on().get() || event.isShortcutDown() || front == null) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_DOWN -> front.forward();
            case PAGE_UP -> front.back();
            case ESCAPE -> presenting.on().set(false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void change(boolean on) {
        if (on) {
            presenting.textPercent().set(RoomScale.percent(root.getHeight()));
            root.getStyleClass().add(STYLE);
        } else {
            root.getStyleClass().remove(STYLE);
        }
        if (root.getScene().getWindow() instanceof Stage stage && root.getScene().getRoot() == root) {
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreenExitHint("");
            stage.setFullScreen(on);
        }
    }

    private void follow(@Nullable DocumentTab tab) {
        front = tab == null ? null : tab.presented().orElse(null);
        Presented now = front;
        captioned.unsubscribe();
        if (now == null) {
            caption.show(Caption.NONE);
            return;
        }
        captioned = now.caption().subscribe(caption::show);
    }

    private void toggle(Command command, BooleanProperty what) {
        context.commands().bind(command, () -> flip(what));
    }

    private static void flip(BooleanProperty what) {
        what.set(!what.get());
    }
}
