package org.reapscope.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Whether a room looks on, and what it is meant to see. On one thread. */
public final class Presenting {

    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty spotlight = new SimpleBooleanProperty();
    private final BooleanProperty contrast = new SimpleBooleanProperty();
    private final BooleanProperty answersHidden = new SimpleBooleanProperty();
    private final IntegerProperty textPercent = new SimpleIntegerProperty(100);

    /** Only the picture and its caption are shown, in large type. */
    public BooleanProperty on() {
        return on;
    }

    /** What the present step has nothing to do with is dimmed. */
    public BooleanProperty spotlight() {
        return spotlight;
    }

    /** The high-contrast theme, whatever the settings say. */
    public BooleanProperty contrast() {
        return contrast;
    }

    /** Whatever gives away what will happen is not shown: lamps, verdicts, tints, hints. */
    public BooleanProperty answersHidden() {
        return answersHidden;
    }

    /** The least size of text while {@link #on}. */
    public IntegerProperty textPercent() {
        return textPercent;
    }
}
