package org.reapscope.explore.report;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;

/**
 * An answer with what a reader asks next.
 *
 * @param answer the answer
 * @param shortest a schedule with the fewest steps; null if there is none
 * @param fewestPreemptions a schedule with the fewest preemptions; null if there is none
 * @param avoiding for {@code inevitable(e)} a schedule that never comes to it; null if there is none
 * @param causes schedules that differ in the step that decides, shortest first; empty unless they were asked for
 * @param moreCauses how many there are beside these
 */
public record AnswerReport(Answer answer, @Nullable Shown shortest, @Nullable Shown fewestPreemptions,
        @Nullable ShownAvoidance avoiding, List<Shown> causes, int moreCauses) {

    /** Keeps a copy. */
    public AnswerReport {
        causes = List.copyOf(causes);
    }

    /** An answer without schedules. */
    public static AnswerReport of(Answer answer) {
        return new AnswerReport(answer, null, null, null, List.of(), 0);
    }

    /** The question. */
    public String property() {
        return answer.property().text();
    }
}
