package org.reapscope.ui.lesson.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.check.AnswerSheet;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.check.Problem;

/**
 * What the engine says of a draft.
 *
 * @param problems what a learner would stumble over; empty if nothing
 * @param questions that have an answer
 * @param challenges that are solved or proved to have no solution
 */
public record DraftCheck(List<String> problems, int questions, int challenges) {

    public DraftCheck {
        problems = List.copyOf(problems);
    }

    /** Works the lesson out as a reader of its file would. */
    public static DraftCheck of(Lesson lesson, Path folder, Path samples, Progress progress) {
        try {
            Lesson read = LessonFile.parse(lesson.id(), LessonFile.text(lesson));
            AnswerSheet sheet = LessonCheck.of(read, new Library(folder, samples), progress);
            return new DraftCheck(sheet.problems().stream().map(DraftCheck::words).toList(), sheet.pages().stream().mapToInt(p -> p.questions().size()).sum(),
                    sheet.pages().stream().mapToInt(p -> p.challenges().size()).sum());
        } catch (IOException e) {
            return new DraftCheck(List.of(String.valueOf(e.getMessage())), 0, 0);
        }
    }

    private static String words(Problem problem) {
        return "Page " + (problem.page() + 1) + (problem.item().isEmpty() ? "" : ", " + problem.item()) + ": " + problem.text();
    }
}
