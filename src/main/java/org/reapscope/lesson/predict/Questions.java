package org.reapscope.lesson.predict;

import java.util.List;

import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Stage;
import org.reapscope.scenario.Scenario;

/** Poses questions: works out options, answer and explanation. The same question is always posed the same way. */
public final class Questions {

    private Questions() {}

    /**
     * Poses a question about a run. Takes as long as the search behind it.
     *
     * @param page the stage of the page; the question's own schedule and step are followed from its beginning
     * @throws LessonException if it cannot be asked there; says why
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static Posed pose(Question question, Stage page, Progress progress) {
        Stage stage = page.of(question);
        return switch (question.kind()) {
            case RETURNS -> new NowQuestions(question, stage).returns();
            case RUNS -> new NowQuestions(question, stage).runs();
            case BLOCKED -> new NowQuestions(question, stage).blocked();
            case VALUE -> new NowQuestions(question, stage).value();
            case OUTLOOK -> new FutureQuestions(question, progress).outlook(stage);
            case FEWEST -> new FutureQuestions(question, progress).fewest(stage);
            case KERNELS -> new FutureQuestions(question, progress).kernels(stage.scenario());
            case CAPTURE -> throw new LessonException(question.id() + ": asks about a capture");
        };
    }

    /**
     * Questions about any scenario, made up: at most two of each kind, at moments of a run that the seed decides. The same
     * scenario and seed give the same questions.
     *
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static List<Posed> of(Scenario scenario, long seed, Progress progress) {
        return new Generator(scenario, progress).questions(seed);
    }

    /** Poses a question about several kernels. */
    public static Posed pose(Question question, LessonExhibit.Comparison table, Library library, Progress progress) {
        return new FutureQuestions(question, progress)
                .kernels(library.scenario(table.scenario(), table.profile(), List.of()));
    }

    /** Poses a question about a capture. */
    public static Posed pose(Question question, LessonExhibit.Capture capture, Analysis analysis) {
        return new CaptureQuestions(question, capture, analysis).posed();
    }
}
