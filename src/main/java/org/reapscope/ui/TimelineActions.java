package org.reapscope.ui;

/**
 * What commands ask of a timeline. The timeline knows where its pointer and its selected lane are; the commands, their
 * keys and their menu entries know nothing of it but this. All on the JavaFX application thread; each does nothing where
 * it makes no sense (no next event, no selection).
 */
public interface TimelineActions {

    /** Comes closer, keeping the moment under the pointer (the cursor, if the pointer is elsewhere) where it is. */
    void zoomIn();

    /** The opposite of {@link #zoomIn}. */
    void zoomOut();

    /** Moves towards earlier times by part of the view's width. */
    void panLeft();

    /** Moves towards later times. */
    void panRight();

    /** Selects the next event of the selected lane; {@code extend} grows the A-B range to it. */
    void nextEvent(boolean extend);

    /** Selects the previous event of the selected lane. */
    void previousEvent(boolean extend);

    /** Selects the lane below. */
    void laneDown();

    /** Selects the lane above. */
    void laneUp();

    /** Brings what is selected into view; a second time, with nothing in between, fits the view to it. */
    void focusSelection();

    /** Sets cursors A and B around the selected event or finding. */
    void rangeToSelection();

    /** Zooms to the range between cursors A and B. */
    void zoomToRange();

    /** Shows all of the trace. */
    void fitAll();

    /** Moves the cursor to the first event. */
    void home();

    /** Moves the cursor to the last event. */
    void end();

    /** Follows the selected event back to what caused it (a wakeup, a signal, who held the lock). */
    void followCause();

    /** Follows the selected event to what it caused. */
    void followEffect();

    /** Sets cursor A at the moment of the cursor, snapping to an event nearby. */
    void setMarkerA();

    /** Sets cursor B likewise. */
    void setMarkerB();

    /** Lets go of selection, cursors A and B, and whatever is being dragged. */
    void clear();

    /** Pins the selected lane to the top, or lets go of it. */
    void togglePin();

    /** Hides the selected lane. */
    void hideLane();

    /** Shows all hidden lanes again. */
    void showAllLanes();

    /** Puts the tasks in the next order: as they take part, by first event, by name, by busy time. */
    void nextOrder();

    /** Shows what colours, patterns and marks mean, or hides it. */
    void toggleLegend();
}
