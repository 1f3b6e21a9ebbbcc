package org.reapscope.ui.presentation;

/**
 * What a room reads below the picture.
 *
 * @param where the place in the run or the capture
 * @param sentence what happened there
 * @param code the kernel function; empty for none
 */
public record Caption(String where, String sentence, String code) {

    public static final Caption NONE = new Caption("", "", "");
}
