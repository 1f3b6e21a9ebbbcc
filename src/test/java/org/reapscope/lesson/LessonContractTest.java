package org.reapscope.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.lesson.challenge.Game;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Hint;
import org.reapscope.lesson.challenge.Play;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.lesson.challenge.Way;
import org.reapscope.lesson.check.AnswerSheet;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.check.SheetText;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.run.ScheduleText;

/** Every lesson that comes with the program, taken from the first page to the last. */
final class LessonContractTest {

    private static final Path SAMPLES = Path.of("samples");

    static Stream<Path> lessons() throws IOException {
        return LessonFileTest.lessons();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everythingInItWorks(Path file) throws IOException {
        Lesson lesson = LessonFile.read(file);
        Library library = Library.of(file, SAMPLES);
        AnswerSheet sheet = LessonCheck.of(lesson, library, Progress.NONE);
        assertEquals(List.of(), sheet.problems());
        assertFalse(lesson.summary().isBlank() || lesson.notes().isBlank());
        for (AnswerSheet.Worked page : sheet.pages()) {
            assertFalse(page.page().text().isEmpty(), page.page().title());
            page.questions().forEach(q -> hasPlausibleOptions(q));
            for (AnswerSheet.Solved solved : page.challenges()) {
                agreesWithTheExplorer(solved);
                hintsLeadToTheGoal(solved, lesson, library);
            }
        }
        studentSheetHasNoAnswers(sheet);
    }

    private static void hasPlausibleOptions(Posed posed) {
        assertTrue(posed.options().size() >= 2, posed.toString());
        assertEquals(posed.options().size(), posed.options().stream().distinct().count(), posed.toString());
        assertTrue(posed.several() || posed.right().size() == 1, posed.toString());
        assertTrue(posed.right().stream().allMatch(k -> k >= 0 && k < posed.options().size()), posed.toString());
        assertFalse(posed.explanation().sentences().isEmpty());
    }

    /** The explorer is another search; where everything is allowed from the beginning it must come to the same par. */
    private static void agreesWithTheExplorer(AnswerSheet.Solved solved) {
        Game game = solved.game();
        solved.shortest().ifPresent(s -> assertTrue(
                game.goal().reached(game.goal().after(ScheduleText.parse(game.stage().machine(), s))), s));
        if (game.challenge().rules().free() && game.stage().step() == 0) {
            Answer answer = Explorer.explore(game.goal().spec(), List.of(game.goal().text()), new Request(false, false, 0, true),
                    Budget.standard(), Status.Listener.NONE).answers().getFirst();
            assertEquals(answer.verdict() != Verdict.NEVER, solved.par().solvable(), game.challenge().id());
            if (answer.shortest() != null && !game.goal().deadlock()) {
                assertEquals(answer.shortest().steps(), solved.par().fewestSteps().orElseThrow().steps(), game.challenge().id());
            }
            if (answer.fewestPreemptions() != null) {
                assertEquals(answer.fewestPreemptions().preemptions(), solved.par().fewestPreemptions().orElseThrow().preemptions());
            }
        }
    }

    private static void hintsLeadToTheGoal(AnswerSheet.Solved solved, Lesson lesson, Library library) {
        Play play = Play.of(solved.game().challenge(), solved.game().stage());
        if (solved.par().solvable()) {
            Way way = solved.par().fewestSteps().orElseThrow();
            while (!play.reached()) {
                // A hint is a search of its own; some of them show that it does not lose its way.
                int next = way.tasks()[play.schedule().length - solved.game().stage().step()];
                if (play.steps() % 16 == 0 || play.steps() == way.steps() - 1) {
                    Hint hint = play.hint(Progress.NONE);
                    assertEquals(way.steps() - play.steps(), hint.left(), "a way of hints is a shortest way");
                    assertTrue(play.mayStep(hint.task()));
                }
                play.step(next);
            }
            assertEquals(way.steps(), play.steps());
        } else {
            assertEquals(Result.End.CLAIM_TRUE, play.claimImpossible(Progress.NONE).end());
        }
        Result result = play.result(Progress.NONE);
        assertTrue(result.success());
        String code = HandIn.code(lesson, play, result);
        HandIn.Verified verified = HandIn.verify(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), lesson, library, Progress.NONE);
        assertEquals(result.end(), verified.result().end());
        assertArrayEquals(result.moves(), verified.result().moves());
        char other = code.charAt(code.length() - 1) == '0' ? '1' : '0';
        assertThrows(LessonException.class, () -> HandIn.verify(code.substring(0, code.length() - 1) + other, lesson, library, Progress.NONE));
    }

    private static void studentSheetHasNoAnswers(AnswerSheet sheet) throws IOException {
        StringBuilder student = new StringBuilder();
        SheetText.forStudent(sheet, student);
        assertFalse(student.toString().contains("(x)") || student.toString().contains("For the teacher") || student.toString().contains("Par:"));
        StringBuilder teacher = new StringBuilder();
        SheetText.forTeacher(sheet, teacher);
        assertTrue(teacher.length() > student.length());
    }
}
