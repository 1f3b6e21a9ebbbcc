package org.reapscope.scenario;

/**
 * What must come out.
 *
 * @param property name of a fact
 * @param patches ids of the patches it is about, as in {@code f,j}; {@code none} for the plain kernel
 * @param profile id of the kernel profile it is about
 * @param verdict whether it can happen
 * @param why the reason, a sentence
 */
public record Outcome(String property, String patches, String profile, Verdict verdict, String why) {

    /** Whether something can happen over all schedules. */
    public enum Verdict {
        /** On no schedule. */
        NEVER,
        /** On some schedules. */
        POSSIBLE,
        /** On every complete schedule. */
        ALWAYS
    }
}
