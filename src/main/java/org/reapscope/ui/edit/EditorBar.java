package org.reapscope.ui.edit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

import org.reapscope.base.file.OutputFile;
import org.reapscope.ui.kit.Messages;

/** The line above the form: the file, undo, save, and the question before unsaved changes go away. */
public final class EditorBar extends HBox {

    /**
     * What the bar says of what is written.
     *
     * @param kind of files, for the dialog: {@code Lessons}
     * @param noFile in place of a file's name
     * @param use on the button that opens the saved file as what it is
     */
    public record Words(String kind, String noFile, String use) {}

    private final Draft<?> draft;
    private final Words words;
    private final Supplier<String> suggestedName;
    private final Supplier<List<Path>> notToWrite;
    private final Consumer<Path> used;
    private final Runnable undo;
    private final Label message = new Label();

    /**
     * @param suggestedName of a file that there is not yet
     * @param notToWrite files that nothing is saved over
     * @param used opens the saved file as what it is
     * @param undo takes the last change back and shows it
     */
    public EditorBar(Draft<?> draft, Words words, Supplier<String> suggestedName, Supplier<List<Path>> notToWrite, Consumer<Path> used,
            Runnable undo) {
        this.draft = draft;
        this.words = words;
        this.suggestedName = suggestedName;
        this.notToWrite = notToWrite;
        this.used = used;
        this.undo = undo;
        getStyleClass().add("form-bar");
        message.setWrapText(true);
        usual();
    }

    private void usual() {
        Label file = new Label();
        file.textProperty().bind(Bindings.createStringBinding(() -> {
            Path path = draft.file().get();
            String name = path == null ? words.noFile() : path.getFileName().toString();
            return draft.unsaved().get() ? Messages.text("writing.unsaved", name) : name;
        }, draft.file(), draft.unsaved()));
        Button teach = button(words.use(), () -> {
            Path path = draft.file().get();
            if (path != null) {
                used.accept(path);
            }
        });
        teach.disableProperty().bind(draft.file().isNull().or(draft.unsaved()));
        Button save = button(Messages.text("writing.save"), this::save);
        save.getStyleClass().add("primary");
        getChildren().setAll(file, gap(), message, button(Messages.text("writing.undo"), undo), button(Messages.text("writing.save-as"), () -> saveAs()), save, teach);
    }

    /** Asks in the bar whether to save; runs {@code closed} at once if nothing is unsaved. */
    public void beforeClosing(Runnable closed) {
        if (!draft.unsaved().get()) {
            closed.run();
            return;
        }
        Label question = new Label(Messages.text("writing.save-first"));
        Button save = button(Messages.text("writing.save"), () -> {
            if (save()) {
                closed.run();
            }
        });
        save.getStyleClass().add("primary");
        getChildren().setAll(question, gap(), save, button(Messages.text("writing.discard"), closed),
                button(Messages.text("writing.go-on"), this::usual));
    }

    /** Saves where it is saved already, else asks where. False if nothing was saved. */
    public boolean save() {
        Path path = draft.file().get();
        return path == null ? saveAs() : saveTo(path);
    }

    private boolean saveAs() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.kind(), "*.json"));
        chooser.setInitialFileName(suggestedName.get());
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        return chosen != null && saveTo(chosen.toPath());
    }

    /** Saves there. False if that cannot be, and the bar says why. */
    public boolean saveTo(Path path) {
        try {
            OutputFile.of(path, notToWrite.get());
            draft.save(path);
            message.setText("");
            return true;
        } catch (IOException e) {
            message.setText(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static Node gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button button(String text, Runnable act) {
        Button button = new Button(text);
        button.setOnAction(e -> act.run());
        return button;
    }
}
