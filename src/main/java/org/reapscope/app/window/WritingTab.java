package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;

import org.reapscope.export.Document;
import org.reapscope.ui.edit.Editor;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.presentation.Presented;
import org.reapscope.ui.undo.UndoHistory;

/** A file that is being written, in its tab. */
final class WritingTab extends DocumentTab {

    private final Editor editor;

    WritingTab(Editor editor) {
        super("", "", editor.node());
        this.editor = editor;
        textProperty().bind(editor.title());
    }

    Editor editor() {
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
    Optional<UndoHistory> history() {
        return Optional.of(editor.history());
    }

    @Override
    void undo(boolean again) {
        editor.undo(again);
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
