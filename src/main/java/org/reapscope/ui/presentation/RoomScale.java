package org.reapscope.ui.presentation;

/**
 * How large type must be to be read from the back of a room: about a fiftieth of the screen's height, which is what signs
 * and slides use.
 */
public final class RoomScale {

    private static final double LINES = 50;
    private static final double TEXT_PX = 12;
    private static final int LEAST = 130;
    private static final int MOST = 300;

    private RoomScale() {}

    /** The size of text for a window of this height, in percent of the usual one. */
    public static int percent(double height) {
        return Math.clamp(Math.round(height / LINES / TEXT_PX * 100), LEAST, MOST);
    }
}
