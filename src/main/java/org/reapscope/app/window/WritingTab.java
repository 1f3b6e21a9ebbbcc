package org.reapscope.app.window;

import java.util.Optional;

import org.reapscope.ui.edit.Editor;
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
    Optional<UndoHistory> history() {
        return Optional.of(editor.history());
    }

    @Override
    void undo(boolean again) {
        editor.undo(again);
    }
}
