package org.reapscope.lesson.predict;

import java.util.List;

/**
 * Why an answer is right.
 *
 * @param sentences what happens, and why, in order
 * @param schedule a run that shows it, as text that the stepper replays; empty for questions about captures
 * @param step the step of that run to look at; up to there it is the run that the question was asked at
 */
public record Explanation(List<String> sentences, String schedule, int step) {

    public Explanation {
        sentences = List.copyOf(sentences);
    }
}
