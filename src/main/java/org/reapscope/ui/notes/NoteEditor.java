package org.reapscope.ui.notes;

import java.util.function.Consumer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.reapscope.ui.kit.Texts;

/** Asks for the words of a note beside what it is about: Enter takes them, Esc or a click elsewhere does not. */
public final class NoteEditor {

    private NoteEditor() {}

    /**
     * Asks.
     *
     * @param anchor what the note is about, or where it stands in a list
     * @param text what it says so far
     */
    public static void show(Node anchor, String question, String text, Consumer<String> take) {
        Label label = Texts.wrapped(question, "dim");
        TextField field = new TextField(text);
        field.setAccessibleText(question);
        VBox content = new VBox(label, field);
        content.getStyleClass().add("note-editor");
        PopOver window = new PopOver(content);
        window.getStyleClass().add("note-window");
        window.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        window.setDetachable(false);
        window.setAnimated(false);
        field.setOnAction(e -> {
            window.hide();
            take.accept(field.getText().strip());
        });
        typesOnlyWhatIsPressedHere(field);
        window.setOnShown(e -> {
            field.requestFocus();
            field.selectAll();
        });
        window.show(anchor);
    }

    /** The key that asked for a note is no part of it. */
    private static void typesOnlyWhatIsPressedHere(TextField field) {
        BooleanProperty pressed = new SimpleBooleanProperty();
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed.set(true));
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (!pressed.get()) {
                event.consume();
            }
        });
    }
}
