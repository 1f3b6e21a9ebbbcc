package org.reapscope.lesson;

import java.util.List;
import java.util.Locale;

/**
 * A prediction that the learner makes. The options and the answer are computed
 * ({@link org.reapscope.lesson.predict.Questions#pose}).
 *
 * @param id unique in the lesson
 * @param kind what is asked
 * @param say the question in the lesson's own words; empty for those that go with the kind
 * @param task who it is about; empty where nobody is
 * @param about a field with its index, a property, or for a capture one of {@link #OF_CAPTURE}; empty where there is none
 * @param kernels for {@link Kind#KERNELS}: the patch sets to choose from
 * @param schedule the run it is asked at, instead of the page's; empty for the page's
 * @param step how many steps of that run have been taken; -1 for as many as on the page, or all of its own schedule
 */
public record Question(String id, Kind kind, String say, String task, String about, List<String> kernels, String schedule,
        int step) {

    /** What can be asked about a capture. */
    public static final List<String> OF_CAPTURE = List.of("kills", "mrelease", "teardown-by", "threads", "findings");

    public Question {
        kernels = List.copyOf(kernels);
    }

    /** What can be asked. */
    public enum Kind {
        /** What does the task's next system call return, if only this task runs from here? */
        RETURNS,
        /** Who can take a step now? */
        RUNS,
        /** Whom does the task wait for? */
        BLOCKED,
        /** What is the value of the field after the task's next step? */
        VALUE,
        /** Can the property still come to hold, must it, or can it no more? */
        OUTLOOK,
        /** How many steps at least until the property holds? */
        FEWEST,
        /** On which kernels can the property come to hold? */
        KERNELS,
        /** What does the capture show? */
        CAPTURE;

        /** As it is written. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
