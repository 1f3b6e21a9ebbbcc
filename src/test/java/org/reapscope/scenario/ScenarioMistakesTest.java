package org.reapscope.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.job.Progress;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.Mutations;
import org.reapscope.base.json.Mutations.Mutant;
import org.reapscope.explore.Explorer;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.run.Policy;
import org.reapscope.run.RunText;
import org.reapscope.run.Stepper;

/** Whatever single mistake somebody makes in a scenario: it is told by file and line, or the scenario can be run. */
final class ScenarioMistakesTest {

    private static final int STEPS = 150;

    @ParameterizedTest
    @ValueSource(strings = {"rich-scenario.json", "rich-litmus.json"})
    void everyMistake_isToldByFileAndLine_orTheScenarioRuns(String name) throws IOException {
        String good = Mutations.resource(name);
        runs(ScenarioFile.parse("x", good), new Mutant("good", good));
        int refused = 0;
        for (Mutant mutant : Mutations.of(good)) {
            Scenario scenario = null;
            try {
                scenario = ScenarioFile.parse("x", mutant.text());
            } catch (JsonFileException e) {
                Mutations.assertClear("x.json", mutant, e);
                refused++;
            }
            if (scenario != null) {
                runs(scenario, mutant);
            }
        }
        assertTrue(refused > 500, "refused " + refused);
    }

    private static void runs(Scenario scenario, Mutant mutant) {
        assertDoesNotThrow(() -> {
            try {
                run(scenario);
            } catch (ModelException e) {
                // What a small program works out is known only when it runs.
                String said = String.valueOf(e.getMessage());
                if (scenario.litmus().isEmpty() || !said.contains(" cannot become ") || !said.contains("by a larger \"max\"")) {
                    throw e;
                }
            }
        }, mutant.name());
    }

    private static void run(Scenario scenario) throws IOException {
        MachineSpec toExplore = ScenarioSystem.toExplore(scenario).spec();
        toExplore.withFacts(Explorer.facts(Explorer.parse(scenario.properties(), toExplore), toExplore)).build();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        stepper.run(new Policy.RoundRobin(4), List.of(), STEPS, Progress.NONE);
        RunText.write(scenario.title(), machine, stepper.path(), new StringWriter());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "processes": []                                  | x.json:1: processes: expected at least one process
            "processes": [{"name": "v", "vmas": [{}]}], "processes": [] | x.json:1: processes: stands here a second time
            "processes": [{"name": "v", "vmas": [{"name": "a"}, {"name": "a"}]}] | x.json:1: processes[0].vmas[1].name: there is a VMA called 'a' already
            "processes": [{"name": "v", "vmas": [{}]}], "actors": [{"name": "v", "does": ["kill"]}] | x.json:1: actors[0].name: there is a task called 'v' already
            "processes": [{"name": "v", "threads": 2, "vmas": [{}]}], "actors": [{"name": "v-2", "does": ["kill"]}] | x.json:1: actors[0].name: there is a task called 'v-2' already
            "processes": [{"name": "v", "vmas": [{}]}], "cpus": 1e400 | x.json:1: cpus: expected a whole number from 1 to 8, found 1E+400
            """)
    void someOfThemInWords(String members, String message) {
        JsonFileException e = assertThrows(JsonFileException.class, () -> ScenarioFile.parse("x",
                "{\"format\": \"reapscope-scenario-1\", \"title\": \"t\", " + members + "}"));
        String said = String.valueOf(e.getMessage());
        assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
    }

    @Test
    void aMistakeInAStatement_isToldWithTheLineOfItsStep() throws IOException {
        String good = Mutations.resource("rich-litmus.json");
        int line = 1 + (int) good.substring(0, good.indexOf("seen + 1")).chars().filter(c -> c == '\n').count();
        JsonFileException e = assertThrows(JsonFileException.class, () -> ScenarioFile.parse("x", good.replace("seen + 1", "sen + 1")));
        assertTrue(String.valueOf(e.getMessage()).startsWith("x.json:" + line + ": litmus.programs[0].steps[2].do: "), e::getMessage);
    }
}
