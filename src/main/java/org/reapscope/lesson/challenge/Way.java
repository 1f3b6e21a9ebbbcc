package org.reapscope.lesson.challenge;

import java.util.Arrays;

/**
 * How a goal is reached: by the steps of these tasks, others' included.
 *
 * @param tasks who steps, in order
 * @param steps how many of the steps the learner chose
 * @param preemptions how often the learner left a task that could have gone on
 */
public record Way(int[] tasks, int steps, int preemptions) {

    public Way {
        tasks = tasks.clone();
    }

    @Override
    public int[] tasks() {
        return tasks.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Way w && steps == w.steps && preemptions == w.preemptions && Arrays.equals(tasks, w.tasks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tasks);
    }
}
