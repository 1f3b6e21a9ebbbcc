package org.reapscope.lesson.challenge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Challenge.Others;
import org.reapscope.lesson.Challenge.Rules;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Stage;
import org.reapscope.run.ScheduleException;

final class PlayTest {

    private static final Library SAMPLES = new Library(Path.of("samples"), Path.of("samples"));

    @Test
    void bestPlayGetsThreeStars_andUndoKeepsNothing() {
        Play play = play("litmus/lost-update", "lost-update", Rules.FREE);
        play.step(0);
        play.step(0);
        assertTrue(play.undo());
        play.step(1);
        play.step(0);
        play.step(1);
        assertEquals("ann bob ann bob", play.scheduleText());
        Result result = play.result(Progress.NONE);
        assertEquals(new Result(Result.End.WON, new int[] {0, 1, 0, 1}, 4, 2, 0, 3), result);
        assertEquals(1, play.par(Progress.NONE).fewestPreemptions().orElseThrow().preemptions());
        assertThrows(ScheduleException.class, () -> play.step(0));
        play.restart();
        assertFalse(play.undo());
        assertEquals(Result.End.OPEN, play.result(Progress.NONE).end());
    }

    @Test
    void hintSaysHowFarToGoBack_whenTheGoalIsOutOfReach() {
        Play play = play("litmus/lost-update", "lost-update", Rules.FREE);
        play.step(0);
        play.step(0);
        play.step(1);
        Hint hint = play.hint(Progress.NONE);
        assertEquals(2, hint.back(), hint.words());
        play.undo();
        play.undo();
        for (Hint next = play.hint(Progress.NONE); next.task() >= 0; next = play.hint(Progress.NONE)) {
            play.step(next.task());
        }
        assertTrue(play.reached());
        assertEquals(4, play.steps());
        assertEquals(2, play.result(Progress.NONE).stars(), "hints cost a star");
    }

    /** Proved: 4 steps with 3 preemptions, or 1 preemption in 6 steps. */
    @Test
    void whoSparesPreemptionsButNotSteps_playedWellAndNotBest() {
        Par par = new Par(Optional.of(new Way(new int[] {0, 1, 0, 1}, 4, 3)), Optional.of(new Way(new int[] {0, 0, 1, 1, 1, 0}, 6, 1)));
        assertEquals(3, Result.stars(par, 4, 3, 0));
        assertEquals(3, Result.stars(par, 6, 1, 0));
        assertEquals(2, Result.stars(par, 7, 1, 0), "as calm as can be, in more steps than that takes");
        assertEquals(2, Result.stars(par, 6, 2, 0), "nearly as quick");
        assertEquals(1, Result.stars(par, 7, 2, 0));
        assertEquals(List.of(2, 2, 1), List.of(Result.stars(par, 4, 3, 1), Result.stars(par, 7, 1, 1), Result.stars(par, 7, 2, 1)),
                "with a hint never three");
    }

    @Test
    void aTrueClaimAfterAHintCostsAStar() {
        Play play = play("litmus/locked-update", "lost-update", Rules.FREE);
        assertEquals(3, play.claimImpossible(Progress.NONE).stars());
        Play hinted = play("litmus/locked-update", "lost-update", Rules.FREE);
        hinted.hint(Progress.NONE);
        assertEquals(2, hinted.claimImpossible(Progress.NONE).stars());
    }

    @Test
    void claimIsCheckedAgainstEveryOrder() {
        assertEquals(Result.End.CLAIM_TRUE, play("litmus/locked-update", "lost-update", Rules.FREE).claimImpossible(Progress.NONE).end());
        Result wrong = play("litmus/lost-update", "lost-update", Rules.FREE).claimImpossible(Progress.NONE);
        assertEquals(Result.End.CLAIM_FALSE, wrong.end());
        assertEquals(0, wrong.stars());
    }

    @Test
    void withoutPreemptionsNoCoinIsLost() {
        Rules calm = new Rules(0, 0, List.of(), Others.LAZY);
        assertEquals(Result.End.CLAIM_TRUE, play("litmus/lost-update", "lost-update", calm).claimImpossible(Progress.NONE).end());
        Play play = play("litmus/lost-update", "lost-update", calm);
        play.step(0);
        assertFalse(play.mayStep(1), "leaving ann would be a preemption");
        assertTrue(String.valueOf(assertThrows(ScheduleException.class, () -> play.step(1)).getMessage()).contains("no preemptions are left"));
    }

    @Test
    void withThreeStepsNoCoinIsLost() {
        assertFalse(Par.of(game("litmus/lost-update", "lost-update", new Rules(3, -1, List.of(), Others.LAZY)), Progress.NONE).solvable());
        assertTrue(Par.of(game("litmus/lost-update", "lost-update", new Rules(4, -1, List.of(), Others.LAZY)), Progress.NONE).solvable());
    }

    @Test
    void othersRunByThemselves() {
        Play eager = play("litmus/lost-update", "lost-update", new Rules(0, -1, List.of("ann"), Others.EAGER));
        assertArrayEquals(new int[] {1, 1}, eager.schedule(), "bob runs before the first move");
        assertEquals(Result.End.CLAIM_TRUE, eager.claimImpossible(Progress.NONE).end());
        Play lazy = play("litmus/abba", "deadlock", new Rules(0, -1, List.of("ann"), Others.LAZY));
        assertEquals(Result.End.CLAIM_TRUE, lazy.claimImpossible(Progress.NONE).end());
    }

    @Test
    void deadlockIsAGoal() {
        Par par = Par.of(game("litmus/abba", "deadlock", Rules.FREE), Progress.NONE);
        assertEquals("2 steps with 1 preemption", par.text());
        assertFalse(Par.of(game("litmus/one-order", "deadlock", Rules.FREE), Progress.NONE).solvable());
    }

    @Test
    void noCodeThatWasNotHandedOutIsBelieved() {
        Challenge challenge = new Challenge("c", "C", List.of(), "lost-update", -1, Rules.FREE);
        Lesson lesson = new Lesson("l", "L", "", "", List.of(new Page("P", List.of(),
                Optional.of(new LessonExhibit.Run("litmus/lost-update", "", List.of(), "", 0)), List.of(), List.of(), List.of(challenge), "")));
        Play play = play("litmus/lost-update", "lost-update", Rules.FREE);
        for (int task : new int[] {0, 1, 0, 1}) {
            play.step(task);
        }
        String code = HandIn.code(lesson, play, play.result(Progress.NONE));
        assertTrue(HandIn.verify(code, lesson, SAMPLES, Progress.NONE).result().success());
        for (int i = 0; i < code.length(); i++) {
            for (char other : new char[] {'0', '7', 'A', 'Z', 'U', '!'}) {
                String wrong = code.substring(0, i) + other + code.substring(i + 1);
                if (other != code.charAt(i) && code.charAt(i) != '-') {
                    assertThrows(LessonException.class, () -> HandIn.verify(wrong, lesson, SAMPLES, Progress.NONE), wrong);
                }
            }
            String cut = code.substring(0, i);
            assertThrows(LessonException.class, () -> HandIn.verify(cut, lesson, SAMPLES, Progress.NONE), cut);
        }
    }

    private static Play play(String scenario, String goal, Rules rules) {
        return Play.of(new Challenge("c", "C", List.of(), goal, -1, rules), Stage.of(new LessonExhibit.Run(scenario, "", List.of(), "", 0), SAMPLES));
    }

    private static Game game(String scenario, String goal, Rules rules) {
        return Game.of(new Challenge("c", "C", List.of(), goal, -1, rules), Stage.of(new LessonExhibit.Run(scenario, "", List.of(), "", 0), SAMPLES));
    }
}
