package org.reapscope.app.window;

import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for one line of text; Enter takes it, Esc (of the overlay) does not. */
final class TextPrompt {

    private final TextField field = new TextField();
    private final VBox root;

    TextPrompt(String question, Runnable close, Consumer<String> take) {
        Label label = new Label(question);
        label.getStyleClass().add("dim");
        root = new VBox(label, field);
        root.getStyleClass().addAll("floating", "palette");
        root.setMaxHeight(VBox.USE_PREF_SIZE);
        field.setAccessibleText(question);
        field.setOnAction(e -> {
            String text = field.getText().strip();
            close.run();
            if (!text.isEmpty()) {
                take.accept(text);
            }
        });
    }

    Node node() {
        return root;
    }

    Node field() {
        return field;
    }
}
