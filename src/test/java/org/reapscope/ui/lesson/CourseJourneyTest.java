package org.reapscope.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Logbook;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.lesson.predict.Questions;
import org.reapscope.ui.LearnerLog;

/** Takes lessons of the course from the first page to the last, as a learner who answers right and asks for every hint. */
final class CourseJourneyTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final int LONGEST = 500;

    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("lessons"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyChallengeIsDone_byFollowingItsHints(Path file) throws IOException {
        LessonModel model = open(file, LearnerLog.unkept());
        for (int i = 0; i < model.lesson().pages().size(); i++) {
            model.go(i);
            for (Challenge challenge : model.page().challenges()) {
                play(model, challenge);
            }
        }
        assertEquals(model.lesson().pages().size() - 1, model.number().get());
        for (Challenge challenge : model.lesson().challenges()) {
            assertTrue(model.won(challenge).orElseThrow().stars() > 0, challenge.id());
        }
    }

    @Test
    void aRightAnswerIsMarkedRight_andOnlyTheFirstAnswerIsKept() throws IOException {
        List<Logbook> kept = new ArrayList<>();
        LessonModel model = open(SAMPLES.resolve("lessons/01-threads-and-locks.json"), new LearnerLog(Logbook.EMPTY, kept::add));
        Question question = model.page().questions().getFirst();
        Prediction prediction = new Prediction(model, question, p -> pose(model, question), Background.IMMEDIATE);
        Posed posed = prediction.posed();
        assertNotNull(posed);
        posed.right().forEach(prediction::tick);
        prediction.mark();
        assertTrue(prediction.right());
        prediction.again();
        assertFalse(prediction.marked());
        int wrong = 0;
        while (posed.right().contains(wrong)) {
            wrong++;
        }
        prediction.tick(wrong);
        prediction.mark();
        assertFalse(prediction.right());
        assertTrue(kept.getLast().answer("01-threads-and-locks", question.id()).orElseThrow().right());
        assertEquals(1, kept.size());
    }

    @Test
    void aLessonOpensAgainAtThePageThatWasLeft() throws IOException {
        LearnerLog log = LearnerLog.unkept();
        Path file = SAMPLES.resolve("lessons/01-threads-and-locks.json");
        open(file, log).turn(2);
        assertEquals(2, open(file, log).number().get());
        open(file, log).turn(100);
        assertEquals(0, open(file, log).number().get(), "one that was read to the end begins anew");
    }

    @Test
    void undoAndRestart_takeMovesBackButNotHints() throws IOException {
        LessonModel model = open(SAMPLES.resolve("lessons/01-threads-and-locks.json"), LearnerLog.unkept());
        Page page = model.lesson().pages().get(1);
        ChallengeModel game = new ChallengeModel(model, page.challenges().getFirst(),
                p -> org.reapscope.lesson.Stage.of((LessonExhibit.Run) page.exhibit().orElseThrow(), model.library()), Background.IMMEDIATE);
        game.hint();
        assertTrue(game.hinted() >= 0, game.words());
        game.step(game.hinted());
        var play = game.play();
        assertNotNull(play);
        assertEquals(1, play.steps());
        game.undo();
        assertEquals(0, play.steps());
        assertEquals(1, play.hints());
        game.claimImpossible();
        assertEquals(Result.End.CLAIM_FALSE, game.result().orElseThrow().end());
        assertEquals("", game.code());
        game.restart();
        assertEquals(Result.End.OPEN, game.result().orElseThrow().end());
    }

    private static void play(LessonModel model, Challenge challenge) {
        LessonExhibit.Run run = (LessonExhibit.Run) model.page().exhibit().orElseThrow();
        ChallengeModel game = new ChallengeModel(model, challenge, p -> org.reapscope.lesson.Stage.of(run, model.library()), Background.IMMEDIATE);
        for (int i = 0; i < LONGEST && game.result().filter(Result::success).isEmpty(); i++) {
            game.hint();
            if (game.hinted() < 0) {
                game.claimImpossible();
                break;
            }
            game.step(game.hinted());
        }
        assertTrue(game.result().orElseThrow().success(), challenge.id() + ": " + game.words());
        assertTrue(HandIn.verify(game.code(), model.lesson(), model.library(), Progress.NONE).result().success(), challenge.id());
    }

    private static Posed pose(LessonModel model, Question question) {
        return Questions.pose(question, org.reapscope.lesson.Stage.of((LessonExhibit.Run) model.page().exhibit().orElseThrow(), model.library()), Progress.NONE);
    }

    private static LessonModel open(Path file, LearnerLog log) throws IOException {
        return new LessonModel(file, LessonFile.read(file), Library.of(file, SAMPLES), log);
    }
}
