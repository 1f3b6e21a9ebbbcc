package org.reapscope.explore;

import java.util.List;
import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param exact whether "never" and "always" are proved for this machine (its bound: so many tasks, tables, readers)
 * @param method how the verdicts were found
 * @param why why not by another method, or why the report is partial; empty if there is nothing to say
 * @param states that were stored
 * @param transitions that were taken
 * @param depth the largest distance from the beginning; for a reduced search the longest path followed
 * @param ends states in which nobody can step
 * @param neverTaken for each task the paths of its steps that no schedule takes; empty unless every state was visited
 * @param answers in the order of the questions
 */
public record Report(boolean exact, Method method, String why, int states, long transitions, int depth, int ends,
        List<List<String>> neverTaken, List<Answer> answers) {

    /** Keeps copies. */
    public Report {
        neverTaken = List.copyOf(neverTaken);
        answers = List.copyOf(answers);
    }

    /** How verdicts were found. */
    public enum Method {
        /** Every state was visited. */
        EVERY_STATE,
        /** Every end was found, interleavings that make no difference were left out. */
        REDUCED,
        /** Memory ran out: what was found is possible, what was not found is unknown. */
        PARTIAL,
        /** Somebody ended the search: what was found is possible, what was not found is unknown. */
        ENDED,
        /** Only schedules with few preemptions were looked at: what was not found may need more. */
        PREEMPTION_BOUNDED,
        /** Random schedules were run: what was not found is unknown, probabilities are estimates. */
        SAMPLED
    }

    /** The answer to the property with this text. */
    public Optional<Answer> answer(String text) {
        return answers.stream().filter(a -> a.property().text().equals(text)).findFirst();
    }
}
