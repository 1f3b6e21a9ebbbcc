package org.reapscope.lesson.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Question.Kind;
import org.reapscope.lesson.Stage;
import org.reapscope.scenario.Scenario;

final class QuestionsTest {

    private static final Library SAMPLES = new Library(Path.of("samples"), Path.of("samples"));

    @Test
    void lostUpdateIsPossibleThenCertainThenOver() {
        assertEquals(List.of("yes, but it need not"), ask("litmus/lost-update", Kind.OUTLOOK, "", "lost-update", "ann").answers());
        assertEquals(List.of("yes, it must, whatever happens"), ask("litmus/lost-update", Kind.OUTLOOK, "", "lost-update", "ann bob").answers());
        assertEquals(List.of("no, it can no more"), ask("litmus/lost-update", Kind.OUTLOOK, "", "lost-update", "ann*2").answers());
    }

    @Test
    void deadlockNeedsTwoSteps() {
        Posed posed = ask("litmus/abba", Kind.FEWEST, "", "deadlock", "");
        assertEquals(List.of("2"), posed.answers());
        assertEquals("ann bob", posed.explanation().schedule());
        assertTrue(posed.marks(List.of(posed.options().indexOf("2"))));
        assertFalse(posed.marks(List.of()));
    }

    @Test
    void whoWantsTheSecondLockWaitsForItsHolder() {
        Posed posed = ask("litmus/abba", Kind.BLOCKED, "ann", "", "ann bob");
        assertEquals(List.of("bob"), posed.answers());
        assertTrue(posed.explanation().sentences().getFirst().contains("waits for knife, held by bob"), posed.explanation().toString());
        assertEquals(Set.of(), ask("litmus/abba", Kind.RUNS, "", "", "ann bob").right());
    }

    @Test
    void processMreleaseReturnsEsrch_whenTheThreadsAreGone() {
        assertEquals(List.of("0"), ask("kill-then-mrelease", Kind.RETURNS, "lmkd", "", "lmkd*8").answers());
        Posed late = ask("kill-then-mrelease", Kind.RETURNS, "lmkd", "", "lmkd*8 victim-1*12 victim-2*12");
        assertEquals(List.of("-ESRCH"), late.answers());
    }

    @Test
    void valueOfAReferenceCountAfterTheStep() {
        Posed posed = ask("litmus/last-reference", Kind.VALUE, "ann", "users", "ann");
        assertEquals(List.of("1"), posed.answers());
        assertEquals(List.of("0", "1", "2"), posed.options());
        LessonException wrong = assertThrows(LessonException.class, () -> ask("kill-then-mrelease", Kind.VALUE, "lmkd", "mm_user", ""));
        assertTrue(String.valueOf(wrong.getMessage()).contains("no field is called 'mm_user'"), wrong.getMessage());
    }

    @Test
    void onlyTheKernelsOnWhichItCanHappenAreRight() {
        Posed posed = Questions.pose(new Question("q", Kind.KERNELS, "", "", "esrch", List.of("none", "f", "g", "h"), "", -1),
                Stage.of(new LessonExhibit.Run("kill-then-mrelease", "", List.of(), "", 0), SAMPLES), Progress.NONE);
        assertEquals(List.of("none", "g"), posed.answers());
    }

    @Test
    void questionsAreMadeUpFromAnyScenario_alwaysTheSameForASeed() {
        for (String name : List.of("litmus/abba", "three-cpu-chart")) {
            Scenario scenario = SAMPLES.scenario(name, "", List.of());
            List<Posed> questions = Questions.of(scenario, 7, Progress.NONE);
            assertEquals(questions, Questions.of(scenario, 7, Progress.NONE));
            assertTrue(questions.size() >= 4, questions.toString());
            assertTrue(questions.stream().map(p -> p.question().kind()).distinct().count() >= 3, questions.toString());
            assertNotEquals(questions, Questions.of(scenario, 8, Progress.NONE));
        }
        assertTrue(Questions.of(SAMPLES.scenario("three-cpu-chart", "", List.of()), 7, Progress.NONE).stream()
                .anyMatch(p -> p.question().kind() == Kind.OUTLOOK));
    }

    private static Posed ask(String scenario, Kind kind, String task, String about, String schedule) {
        Stage stage = Stage.of(new LessonExhibit.Run(scenario, "", List.of(), "", 0), SAMPLES);
        return Questions.pose(new Question("q", kind, "", task, about, List.of(), schedule, -1), stage, Progress.NONE);
    }
}
