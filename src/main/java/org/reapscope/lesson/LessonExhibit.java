package org.reapscope.lesson;

import java.util.List;

/** What a page shows beside its text. Files are named relative to the lesson's file, or as a sample is named. */
public sealed interface LessonExhibit {

    /**
     * A scenario at a moment of a run.
     *
     * @param scenario the scenario's file or sample name
     * @param profile the kernel instead of the scenario's own; empty for its own
     * @param patches ids of the patches applied
     * @param schedule the run, as {@link org.reapscope.run.ScheduleText} writes it; empty for none
     * @param step how many of its steps have been taken
     */
    record Run(String scenario, String profile, List<String> patches, String schedule, int step) implements LessonExhibit {

        public Run {
            patches = List.copyOf(patches);
        }

        /** The same run elsewhere. */
        public Run at(String otherSchedule, int otherStep) {
            return new Run(scenario, profile, patches, otherSchedule, otherStep);
        }
    }

    /**
     * A capture.
     *
     * @param file the capture's file or sample name
     * @param kill the number of the kill to look at, from 1; 0 for none in particular
     */
    record Capture(String file, int kill) implements LessonExhibit {}

    /**
     * A scenario on several kernels: a table of what can happen on each, worked out when it is shown.
     *
     * @param scenario the scenario's file or sample name
     * @param profile the kernel; empty for the scenario's own
     * @param kernels patch sets, {@code none} for the plain kernel, patches of one set joined by {@code +}
     * @param properties what is asked of each, as {@link org.reapscope.explore.property.PropertyParser} reads it
     */
    record Comparison(String scenario, String profile, List<String> kernels, List<String> properties) implements LessonExhibit {

        public Comparison {
            kernels = List.copyOf(kernels);
            properties = List.copyOf(properties);
        }
    }
}
