package org.reapscope.ui.presentation;

import javafx.beans.value.ObservableValue;

/** Something that can be shown to a room: it has a caption, and a clicker moves it. */
public interface Presented {

    ObservableValue<Caption> caption();

    /** The forward button of a clicker. */
    void forward();

    /** The back button of a clicker. */
    void back();
}
