package org.reapscope.lesson.challenge;

/**
 * What to do next.
 *
 * @param task the best next move; -1 if the goal cannot be reached from here any more
 * @param left how many of the learner's steps it takes at least from here; 0 if it cannot be reached
 * @param back how many of the learner's moves to take back until the goal can be reached again; 0 if it can be from here,
 *     -1 if it cannot be from the beginning either
 * @param words the same as a sentence
 */
public record Hint(int task, int left, int back, String words) {}
