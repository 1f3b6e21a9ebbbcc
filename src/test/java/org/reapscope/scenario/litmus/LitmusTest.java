package org.reapscope.scenario.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Outcome;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

/** Programs without a kernel, with answers known from textbooks. */
final class LitmusTest {

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/scenarios/litmus"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void declaredOutcomesComeOut(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        List<String> properties = scenario.outcomes().stream().map(Outcome::property).toList();
        for (Request request : List.of(Request.VERDICTS, Request.FULL)) {
            Report report = Explorer.explore(ScenarioSystem.toExplore(scenario).spec(), properties, request, Budget.standard(), Status.Listener.NONE);
            assertTrue(report.exact());
            for (Outcome outcome : scenario.outcomes()) {
                Answer answer = report.answer(outcome.property()).orElseThrow();
                assertEquals(outcome.verdict().name(), answer.verdict().name(), file + " " + outcome.property());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x = y                  | no variable is called 'y'",
        "x = = 1                | expected a name, a number or '(', found '='",
        "lock x                 | no lock is called 'x'",
        "x = 1 && (not x == 1)  | expected a number to compare, found a negation",
        "wait done(tt)          | no thread is called 'tt'; did you mean t?",
        "frobnicate             | 'frobnicate' is neither a variable nor lock",
        "x = 1 2                | '2' is too much",
        "x = (1                 | expected ')'",
        "goto nowhere           | p jumps to nowhere, which it does not have",
        "x = 1 $                | column 7: did not expect '$'",
        "wait at(t, nowhere)    | the thread has no step 'nowhere'",
        "wait done(nobody)      | no thread is called 'nobody'",
        "x = ((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))) | nested more than 40 deep"})
    void mistakeInAStatementIsTold(String statement, String message) {
        JsonFileException wrong = assertThrows(JsonFileException.class, () -> ScenarioFile.parse("bad", """
                {"format": "reapscope-scenario-1", "title": "T",
                 "litmus": {"shared": [{"name": "x"}], "threads": [{"name": "t", "runs": "p"}],
                 "programs": [{"name": "p", "steps": [{"do": "%s"}]}]}}""".formatted(statement)));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(message.contains(" jumps to ") ? "bad.json:2: litmus: " : "bad.json:3: litmus.programs[0].steps[0].do: "), wrong.getMessage());
        assertTrue(String.valueOf(wrong.getMessage()).contains(message), wrong.getMessage());
    }

    @Test
    void whatIsTooLong_isRefused_andWhatIsJustNot_runs() throws IOException {
        for (String statement : List.of("x = " + "x + ".repeat(200) + "1", "x = 0;".repeat(60) + "nothing", "x = " + "not ".repeat(41) + "x", "x = " + "xyz".repeat(700))) {
            JsonFileException wrong = assertThrows(JsonFileException.class, () -> ScenarioFile.parse("bad", one(statement)));
            assertTrue(String.valueOf(wrong.getMessage()).matches("bad\\.json:3: litmus\\.programs\\[0]\\.steps\\[0]\\.do: .{20,300}"), wrong.getMessage());
        }
        for (String statement : List.of("x = 0 * (" + "x + ".repeat(145) + "1)", "x = 0;".repeat(49) + "nothing", "x = " + "not ".repeat(38) + "x", "x = !(x == 0 -> x != 0 || 1 > 2) && 0 == 1 or x > 9")) {
            Machine machine = ScenarioSystem.toStep(ScenarioFile.parse("good", one(statement))).spec().build();
            long[] state = machine.initial();
            machine.step(state, 0, 0);
            assertEquals(0, machine.enabledMask(state, 0));
        }
    }

    private static String one(String statement) {
        return """
                {"format": "reapscope-scenario-1", "title": "T",
                 "litmus": {"shared": [{"name": "x"}], "threads": [{"name": "t", "runs": "p"}],
                 "programs": [{"name": "p", "steps": [{"do": "%s"}]}]}}""".formatted(statement);
    }
}
