package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Play;

final class LessonCommandTest {

    private static final String FIRST = "01-threads-and-locks";

    @Test
    void answerSheetIsComputed_andTheStudentsSheetHasNone() throws Exception {
        CommandRun teacher = CommandRun.of("lesson", FIRST);
        assertEquals(0, teacher.status(), teacher.err());
        teacher.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
        assertTrue(teacher.out().contains("Par: 4 steps with 2 preemptions, or 1 preemption in 4 steps")
                || teacher.out().contains("Par: 4 steps with 1 preemption"), teacher.out());
        CommandRun student = CommandRun.of("lesson", FIRST, "--student");
        assertFalse(student.out().contains("(x)") || student.out().contains("Par:"));
        JsonNode json = CommandRun.of("lesson", FIRST, "--json").json();
        assertEquals("[1]", json.at("/pages/1/questions/1/right").toString());
        assertEquals(4, json.at("/pages/1/challenges/0/fewestSteps/steps").asInt());
        assertFalse(json.at("/pages/2/challenges/0/solvable").asBoolean());
    }

    @Test
    void handedInCodeIsPlayed() throws Exception {
        Path file = Path.of("samples/lessons/" + FIRST + ".json");
        Lesson lesson = LessonFile.read(file);
        Library library = Library.of(file, Path.of("samples"));
        Play play = Play.of(lesson.challenges().getFirst(),
                Stage.of((org.reapscope.lesson.LessonExhibit.Run) lesson.pages().get(1).exhibit().orElseThrow(), library));
        String lost = HandIn.code(lesson, play, play.claimImpossible(Progress.NONE));
        for (int task : new int[] {0, 1, 1, 0}) {
            play.step(task);
        }
        CommandRun won = CommandRun.of("lesson", FIRST, "--verify", HandIn.code(lesson, play, play.result(Progress.NONE)));
        assertEquals(0, won.status(), won.err());
        assertTrue(won.out().contains("Won in 4 steps with 1 preemption, 0 hints: 3 stars of 3."), won.out());
        assertTrue(won.out().contains("ann bob*2 ann"), won.out());
        CommandRun claimed = CommandRun.of("lesson", FIRST, "--verify", lost);
        assertEquals(1, claimed.status());
        assertTrue(claimed.out().contains("it is not"), claimed.out());
        CommandRun other = CommandRun.of("lesson", "02-two-locks", "--verify", lost);
        assertEquals(2, other.status());
        assertTrue(other.err().contains("the code is for another lesson"), other.err());
        assertEquals(2, CommandRun.of("lesson", FIRST, "--verify", "HELLO-U").status());
    }

    @Test
    void quizIsMadeFromAnyScenario() {
        CommandRun run = CommandRun.of("lesson", "litmus/abba", "--quiz", "8");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("[generated-1]") && run.out().contains("(x)"), run.out());
        assertEquals(run.out(), CommandRun.of("lesson", "litmus/abba", "--quiz", "8").out());
        assertFalse(CommandRun.of("lesson", "litmus/abba", "--quiz", "8", "--student").out().contains("(x)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"run\": {\"scenario\": \"nowhere\"}                                     | 'nowhere' is neither a file beside the lesson",
        "\"run\": {\"scenario\": \"litmus/abba\", \"schedule\": \"ann*9\"}        | step 6 of the schedule cannot be taken: ann: it is done",
        "\"run\": {\"scenario\": \"litmus/abba\", \"schedule\": \"eve\"}          | no task is called 'eve'",
        "\"run\": {\"scenario\": \"litmus/abba\", \"step\": 3}                    | \"step\" is 3, but the schedule has 0 steps",
        "\"run\": {\"scenario\": \"litmus/abba\"}, \"point\": [{\"at\": \"lock\", \"name\": \"spoon\"}] | no lock is called 'spoon'",
        "\"run\": {\"scenario\": \"litmus/abba\"}, \"questions\": [{\"id\": \"q\", \"ask\": \"outlook\", \"about\": \"fame\"}] | fame",
        "\"run\": {\"scenario\": \"litmus/abba\", \"patches\": [\"zz\"]}          | zz",
        "\"capture\": {\"file\": \"tiny\", \"kill\": 99}                          | the capture has 10 kills, not 99",
        "\"run\": {\"scenario\": \"litmus/abba\"}, \"challenges\": [{\"id\": \"c\", \"title\": \"C\", \"goal\": \"P(deadlock)\"}] | c"})
    void whatDoesNotWorkIsToldWithItsPage(String page, String message, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "{\"format\": \"reapscope-lesson-1\", \"title\": \"T\", \"pages\": [\n{\"title\": \"P\", " + page + "}]}");
        CommandRun run = CommandRun.of("lesson", file.toString());
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().startsWith("reapscope: mine.json:2: pages[0]") && run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void wrongInputIsOneLineWithFileLineAndField(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, "{\"format\": \"reapscope-lesson-1\",\n\"titel\": \"T\"}");
        CommandRun run = CommandRun.of("lesson", file.toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains("bad.json:2: titel: is not a field"), run.err());
        assertEquals(2, CommandRun.of("lesson", folder.resolve("none.json").toString()).status());
    }
}
