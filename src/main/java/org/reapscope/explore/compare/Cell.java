package org.reapscope.explore.compare;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.witness.Witness;

/**
 * What came out for one property in one kernel.
 *
 * @param answer the answer; null if the question could not be asked there
 * @param schedule the shortest witness as text that the stepper replays; empty if there is none
 * @param why why there is no answer; empty if there is one
 */
public record Cell(@Nullable Answer answer, String schedule, String why) {

    static Cell refused(String why) {
        return new Cell(null, "", why);
    }

    /** Whether it happens; unknown if it could not be asked. */
    public Verdict verdict() {
        return answer == null ? Verdict.UNKNOWN : answer.verdict();
    }

    /** How likely it is under the uniform scheduler; null if that is not known. */
    public @Nullable Double probability() {
        return answer == null ? null : answer.probability();
    }

    /** A schedule with the fewest steps that shows it, or null. */
    public @Nullable Witness shortest() {
        return answer == null ? null : answer.shortest();
    }

    /** A schedule with the fewest preemptions that shows it, or null. */
    public @Nullable Witness fewestPreemptions() {
        return answer == null ? null : answer.fewestPreemptions();
    }
}
