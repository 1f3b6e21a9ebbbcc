package org.reapscope.ui.edit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.reapscope.ui.undo.UndoHistory;

/** A form in which a file is written, in a tab of its own. */
public interface Editor {

    Node node();

    /** The tab's title. */
    ObservableValue<String> title();

    /** Saves it where it is saved already, else asks where. */
    void save();

    /** What was changed, and can be taken back and done again by {@link #undo}. */
    UndoHistory history();

    /** Takes the last change back, or does it again, and shows the form so. */
    void undo(boolean again);

    /** Asks whether to save before the form goes away; runs {@code closed} at once if nothing is unsaved. */
    void beforeClosing(Runnable closed);
}
