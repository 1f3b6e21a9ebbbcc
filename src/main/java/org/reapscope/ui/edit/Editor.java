package org.reapscope.ui.edit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** A form in which a file is written, in a tab of its own. */
public interface Editor {

    Node node();

    /** The tab's title. */
    ObservableValue<String> title();

    /** Saves it where it is saved already, else asks where. */
    void save();

    void undo();

    void redo();

    /** Asks whether to save before the form goes away; runs {@code closed} at once if nothing is unsaved. */
    void beforeClosing(Runnable closed);
}
