package org.reapscope.lesson;

import java.util.List;

/**
 * A game: the learner is the scheduler and has to bring something about, or to say that nobody can.
 *
 * @param id unique in the lesson
 * @param title one line
 * @param text what it is about, blocks as {@link Markup} reads them
 * @param goal the property to bring about ({@link org.reapscope.explore.property.PropertyParser}), or {@code deadlock}
 * @param step how many steps of the page's run have been taken when it begins; -1 for as many as on the page
 * @param rules what the learner may do
 */
public record Challenge(String id, String title, List<String> text, String goal, int step, Rules rules) {

    public Challenge {
        text = List.copyOf(text);
    }

    /**
     * What the learner may do.
     *
     * @param maxSteps no more steps than this, those of others not counted; 0 for any number
     * @param maxPreemptions no more preemptions than this; -1 for any number
     * @param steer names of the tasks that the learner may let run; empty for all
     * @param others when the other tasks run, by themselves
     */
    public record Rules(int maxSteps, int maxPreemptions, List<String> steer, Others others) {

        /** Everything is allowed. */
        public static final Rules FREE = new Rules(0, -1, List.of(), Others.LAZY);

        public Rules {
            steer = List.copyOf(steer);
        }

        /** Whether everything is allowed. */
        public boolean free() {
            return maxSteps == 0 && maxPreemptions < 0 && steer.isEmpty();
        }
    }

    /** When tasks run that the learner may not steer: the first of them that can, always the same one. */
    public enum Others {
        /** As soon as they can, before the learner's next move. */
        EAGER,
        /** Only when none of the learner's tasks can. */
        LAZY
    }
}
