package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.scenario.Outcome;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/** Every sample opens with a run ready to be played that shows what the sample is about. */
final class SampleStoriesTest {

    /** What these are about is that nothing happens. */
    private static final Set<String> CALM = Set.of("frozen-v2-victim", "peterson", "locked-update");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples/scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void aStoryThatDoesNotFit_isTold_andReadyAsFarAsItGoes(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("samples/scenarios/litmus/lost-update.json"));
        Path file = Files.writeString(folder.resolve("mine.json"), text.replaceFirst("\"schedule\": \"[^\"]*\"", "\"schedule\": \"ann*2 bob*9\""));
        KernelRun run = RunMoment.BEGINNING.of(file);
        assertEquals(4, run.path().length());
        assertTrue(run.remark().startsWith("mine: \"schedule\": ") && run.remark().endsWith("write the rest anew"), run.remark());
        assertEquals("", RunMoment.BEGINNING.of(Path.of("samples/scenarios/litmus/lost-update.json")).remark());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theStoryIsReady_andShowsSomethingThatTheScenarioIsAbout(Path file) throws IOException {
        KernelRun run = RunMoment.BEGINNING.of(file);
        Scenario scenario = ScenarioFile.read(file);
        Stepper stepper = run.stepper();
        assertEquals(0, stepper.depth(), "it waits for whoever plays it");
        assertEquals(ScheduleText.parse(run.machine(), scenario.schedule()).length, run.path().length(), "all of it fits");
        assertTrue(run.path().length() > 1);
        long[] end = run.path().state(run.path().length());
        List<String> about = Stream.concat(scenario.properties().stream(), scenario.outcomes().stream().map(Outcome::property)).distinct()
                .filter(fact -> !fact.equals("reaped")).toList();
        boolean shown = about.stream().anyMatch(fact -> fact.equals("deadlock") ? run.machine().deadlocked(end, 0) : run.machine().holds(fact, end, 0));
        assertEquals(!CALM.contains(scenario.id()), shown && !scenario.id().equals("locked-update"));
        stepper.follow(List.of());
        assertFalse(stepper.forward(), "it goes to its end");
    }
}
