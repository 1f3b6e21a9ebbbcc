package org.reapscope.ui.lesson.edit;

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
final class EditorBar extends HBox {

    private final LessonDraft draft;
    private final Supplier<List<Path>> notToWrite;
    private final Consumer<Path> taught;
    private final Runnable shownAnew;
    private final Label message = new Label();

    EditorBar(LessonDraft draft, Supplier<List<Path>> notToWrite, Consumer<Path> taught, Runnable shownAnew) {
        this.draft = draft;
        this.notToWrite = notToWrite;
        this.taught = taught;
        this.shownAnew = shownAnew;
        getStyleClass().add("form-bar");
        message.setWrapText(true);
        usual();
    }

    private void usual() {
        Label file = new Label();
        file.textProperty().bind(Bindings.createStringBinding(() -> {
            Path path = draft.file().get();
            String name = path == null ? Messages.text("writing.no-file") : path.getFileName().toString();
            return draft.unsaved().get() ? Messages.text("writing.unsaved", name) : name;
        }, draft.file(), draft.unsaved()));
        Button teach = button(Messages.text("writing.teach"), () -> {
            Path path = draft.file().get();
            if (path != null) {
                taught.accept(path);
            }
        });
        teach.disableProperty().bind(draft.file().isNull().or(draft.unsaved()));
        Button save = button(Messages.text("writing.save"), this::save);
        save.getStyleClass().add("primary");
        getChildren().setAll(file, gap(), message, button(Messages.text("writing.undo"), () -> {
            draft.undo();
            shownAnew.run();
        }), button(Messages.text("writing.save-as"), () -> saveAs()), save, teach);
    }

    void beforeClosing(Runnable closed) {
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

    private boolean save() {
        Path path = draft.file().get();
        return path == null ? saveAs() : saveTo(path);
    }

    private boolean saveAs() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text("writing.lessons"), "*.json"));
        chooser.setInitialFileName(draft.lesson().get().id() + ".json");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        return chosen != null && saveTo(chosen.toPath());
    }

    boolean saveTo(Path path) {
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
