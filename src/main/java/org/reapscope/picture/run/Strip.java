package org.reapscope.picture.run;

import org.reapscope.picture.Role;

/**
 * What a lane shows at one step; equal neighbours are drawn as one.
 *
 * @param text what is written on it where there is room
 * @param fill its colour
 * @param share how much of the lane's height it fills, 0 to 1
 * @param cue what tells it apart without colour
 */
public record Strip(String text, Role fill, double share, Cue cue) {

    /** Patterns and outlines. */
    public enum Cue {
        PLAIN,
        /** {@code ///}: sleeps until somebody gives a lock back. */
        HATCH,
        /** {@code \\\}: exits. */
        BACK_HATCH,
        /** Both: burns its CPU until somebody gives a lock back. */
        CROSS_HATCH,
        /** Sleeps for something else and cannot be woken by a signal. */
        DOTS,
        /** Nothing but its outline. */
        OUTLINE
    }

    /** Without a pattern. */
    public Strip(String text, Role fill, double share) {
        this(text, fill, share, Cue.PLAIN);
    }

    /** Over the whole height. */
    public static Strip full(String text, Role fill) {
        return new Strip(text, fill, 1);
    }
}
