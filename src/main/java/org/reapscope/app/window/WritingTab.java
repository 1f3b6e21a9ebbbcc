package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;

import org.reapscope.export.Document;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.lesson.edit.LessonDraft;
import org.reapscope.ui.lesson.edit.LessonEditor;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.presentation.Presented;

/** A lesson that is being written, in its tab. */
final class WritingTab extends DocumentTab {

    private final LessonEditor editor;

    WritingTab(LessonDraft draft, LessonEditor editor) {
        super("", "", editor);
        this.editor = editor;
        textProperty().bind(draft.lesson().map(l -> Messages.text("writing.tab", l.title())));
    }

    LessonEditor editor() {
        return editor;
    }

    @Override
    Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    List<Path> onlyRead() {
        return List.of();
    }

    @Override
    List<Node> tools(List<Node> ofCaptures) {
        return List.of();
    }

    @Override
    Optional<SidePanes> panes() {
        return Optional.empty();
    }

    @Override
    Optional<Presented> presented() {
        return Optional.empty();
    }

    @Override
    Optional<Document.Kind> exported() {
        return Optional.empty();
    }

    @Override
    Optional<Leaving> leaving() {
        return Optional.empty();
    }
}
