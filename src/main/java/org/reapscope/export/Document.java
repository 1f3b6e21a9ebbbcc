package org.reapscope.export;


/** What can leave the program. Each {@link Exporter} says which kinds it takes, and everything that offers formats asks it. */
public sealed interface Document {

    /** The kinds, for those who ask before there is a document. */
    enum Kind {
        CAPTURE("a capture"), RUN("the run of a scenario"), LESSON("a lesson");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As in "of which no excerpt is made". */
        public String title() {
            return title;
        }
    }

    Kind kind();

    /** Something with lanes. */
    sealed interface Drawn extends Document permits Capture, Run {

        /** The part that is meant, with the lanes as they are to be drawn. */
        Exhibit exhibit();
    }

    /** What a kernel did once. */
    record Capture(Exhibit exhibit) implements Drawn {

        @Override
        public Kind kind() {
            return Kind.CAPTURE;
        }
    }

    /**
     * A schedule of a scenario.
     *
     * @param run the scenario and all steps of the schedule
     * @param exhibit the part of it that is to be drawn
     */
    record Run(RunExhibit run, Exhibit exhibit) implements Drawn {

        /** All of a run. */
        public static Run of(RunExhibit run) {
            return new Run(run, run.exhibit());
        }

        @Override
        public Kind kind() {
            return Kind.RUN;
        }
    }

    /** Pages for a class, worked out. */
    record Pages(Handout handout) implements Document {

        @Override
        public Kind kind() {
            return Kind.LESSON;
        }
    }
}
