package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;

import org.reapscope.export.Document;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.presentation.Presented;
import org.reapscope.ui.undo.UndoHistory;

/** A tab, and what those outside of it may know of the document in it. */
abstract sealed class DocumentTab extends Tab permits CaptureTab, RunTab, LessonTab, WritingTab {

    DocumentTab(String title, String tip, Node content) {
        super(title, content);
        if (!tip.isEmpty()) {
            setTooltip(new Tooltip(tip));
        }
    }

    /** What the window's title says of it. */
    ObservableValue<String> subject() {
        return textProperty();
    }

    /** The file that it shows; nothing until it has one. */
    Optional<Path> file() {
        return Optional.empty();
    }

    /** The files that nobody writes in the window, so that nothing may take their place. */
    List<Path> onlyRead() {
        return List.of();
    }

    /** Which tools it wants in the middle of the toolbar. */
    List<Node> tools(List<Node> ofCaptures) {
        return List.of();
    }

    /** Its panes around a picture, if it has some. */
    Optional<SidePanes> panes() {
        return Optional.empty();
    }

    /** What the key for the next pane goes round, in reading order. */
    List<Node> round() {
        return panes().map(p -> p.round().toList()).orElse(List.of());
    }

    /** What a room sees of it. */
    Optional<Presented> presented() {
        return Optional.empty();
    }

    /** What was done in it, and can be taken back; nothing where that is kept otherwise. */
    Optional<UndoHistory> history() {
        return Optional.empty();
    }

    /** Takes the last thing back, or does it again. */
    void undo(boolean again) {
        history().ifPresent(again ? UndoHistory::redo : UndoHistory::undo);
    }

    /** As what it can leave the program, perhaps only later. */
    Optional<Document.Kind> exported() {
        return Optional.empty();
    }

    /** What of it can leave the program now; nothing while there is none, or it is still being read. */
    Optional<Leaving> leaving() {
        return Optional.empty();
    }
}
