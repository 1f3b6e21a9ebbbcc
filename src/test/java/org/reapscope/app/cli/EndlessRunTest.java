package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that try for ever, and schedules longer than anybody can wait for. */
final class EndlessRunTest {

    @TempDir
    private Path folder;

    private String forever = "";

    @BeforeEach
    void write() throws IOException {
        forever = Files.writeString(folder.resolve("forever.json"), """
                {"format": "reapscope-scenario-1", "title": "Tries for ever", "story": "ann tries until somebody sets the flag, and nobody does.",
                 "sources": ["No kernel"], "cpus": 1,
                 "litmus": {"shared": [{"name": "flag"}], "threads": [{"name": "ann", "runs": "try"}],
                  "programs": [{"name": "try", "steps": [
                   {"id": "look", "do": "goto over if flag > 0", "say": "looks"},
                   {"id": "again", "do": "goto look", "say": "tries again"},
                   {"id": "over", "do": "nothing", "say": "goes on"}]}],
                  "facts": [{"name": "over", "when": "done(ann)"}]},
                 "properties": ["over"], "outcomes": [{"property": "over", "verdict": "never", "why": "Nobody sets it."}]}
                """).toString();
    }

    @Test
    void aRunThatNeverEndsIsStopped_andSaidToBe() {
        CommandRun run = CommandRun.of("step", forever);
        assertEquals(0, run.status());
        assertTrue(run.err().contains("stopped after 100,000 steps") && run.err().contains("may never end") && run.err().contains("--to N"), run.err());
        assertTrue(run.out().contains("ann*100000"));
    }

    @Test
    void whatItNeverComesToIsShownWithTheStepsThatGoRound() throws IOException {
        CommandRun run = CommandRun.of("explore", forever, "--property", "inevitable(over)");
        assertTrue(run.out().contains("inevitable(over), where it never happens: 0 steps, then 2 steps that may go round for ever"), run.out());
        assertTrue(run.out().contains("and then for ever\n    ann*2\n"), run.out());
        JsonNode answer = CommandRun.of("explore", forever, "--json", "--property", "inevitable(over)").json().get("properties").get(0);
        assertEquals("ann*2", answer.get("avoiding").get("cycle").asText());
        assertEquals("", answer.get("avoiding").get("schedule").asText());
    }

    @Test
    void whoAsksForMoreStepsThanARunMayHave_getsThose() {
        CommandRun run = CommandRun.of("diagram", forever, "--steps", "2000000000");
        assertEquals(0, run.status());
        assertTrue(run.err().contains("stopped after 100,000 steps"), run.err());
    }

    @Test
    void whoAsksForFewer_getsThoseWithoutARemark() {
        CommandRun run = CommandRun.of("step", forever, "--to", "6");
        assertEquals("", run.err());
        assertTrue(run.out().contains("ann*6"), run.out());
    }

    @Test
    void aScheduleIsNeverCutShortInSilence() {
        assertTrue(CommandRun.of("step", forever, "--schedule", "ann*100007").out().contains("ann*100007"));
    }

    @Test
    void aScheduleLongerThanAnyIsRefused() {
        CommandRun run = CommandRun.of("step", forever, "--schedule", "ann*2000000000");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("schedule line 1, column 1: more than 1,000,000 steps"), run.err());
        assertTrue(CommandRun.of("step", forever, "--schedule", "ann*999999 ann*2").err().contains("column 12: more than 1,000,000 steps"));
    }

    @Test
    void aNumberOfStepsIsNotNegative() {
        CommandRun run = CommandRun.of("step", forever, "--to", "-3");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("expected a whole number, 0 or more, found '-3'"), run.err());
    }
}
