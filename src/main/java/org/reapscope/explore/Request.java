package org.reapscope.explore;

/**
 * How much one wants to know.
 *
 * @param everyState whether to visit every state even if a reduced search would do
 * @param numbers whether to compute probabilities, if every state fits
 * @param statesForNumbers do not visit more states than these for the sake of probabilities alone
 * @param witnesses whether to look for schedules that show what is possible
 */
public record Request(boolean everyState, boolean numbers, int statesForNumbers, boolean witnesses) {

    /** Verdicts alone, as fast as can be. */
    public static final Request VERDICTS = new Request(false, false, 0, false);

    /** Verdicts, witnesses, and probabilities where the machine is of classroom size. */
    public static final Request STANDARD = new Request(false, true, 2_000_000, true);

    /** Everything, from every state. */
    public static final Request FULL = new Request(true, true, Integer.MAX_VALUE, true);
}
