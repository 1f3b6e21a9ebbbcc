package org.reapscope.picture;

/**
 * What a row of a run shows for a while.
 *
 * @param text what is written on it where there is room
 * @param fill its colour
 * @param share how much of the row's height it fills, 0 to 1
 * @param cue what tells it apart without colour
 * @param settles whether a flag stands where it begins: from here on something is settled
 */
public record Strip(String text, Role fill, double share, Cue cue, boolean settles) {

    /** Patterns. */
    public enum Cue {
        PLAIN,
        /** {@code ///}: sleeps until somebody gives a lock back. */
        HATCH,
        /** Both ways: burns its CPU until somebody gives a lock back. */
        CROSS_HATCH
    }

    /** Over the whole height, without a pattern. */
    public static Strip full(String text, Role fill) {
        return new Strip(text, fill, 1, Cue.PLAIN, false);
    }

    /** Over the whole height. */
    public static Strip of(String text, Role fill, Cue cue) {
        return new Strip(text, fill, 1, cue, false);
    }
}
