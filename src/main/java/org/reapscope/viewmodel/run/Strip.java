package org.reapscope.viewmodel.run;

import org.reapscope.paint.Role;

/**
 * What a lane shows at one step; equal neighbours are drawn as one.
 *
 * @param text what is written on it where there is room
 * @param fill its colour
 * @param share how much of the lane's height it fills, 0 to 1
 */
public record Strip(String text, Role fill, double share) {

    /** Over the whole height. */
    public static Strip full(String text, Role fill) {
        return new Strip(text, fill, 1);
    }
}
