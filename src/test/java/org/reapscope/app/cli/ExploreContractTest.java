package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.kernel.Machine;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Outcome;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

/** What {@code explore --json} says of every scenario that comes with the program. */
final class ExploreContractTest {

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void declaredOutcomesComeOut(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        Map<String, List<Outcome>> byKernel = scenario.outcomes().stream()
                .collect(Collectors.groupingBy(o -> o.profile() + " " + o.patches(), LinkedHashMap::new, Collectors.toList()));
        for (List<Outcome> outcomes : byKernel.values()) {
            List<String> args = new ArrayList<>(List.of("explore", file.toString(), "--quick", "--json", "--profile",
                    outcomes.getFirst().profile(), "--patches", outcomes.getFirst().patches()));
            outcomes.forEach(o -> args.addAll(List.of("--property", o.property())));
            CommandRun run = CommandRun.of(args.toArray(String[]::new));
            assertEquals(0, run.status(), run.err());
            JsonNode json = run.json();
            assertTrue(json.get("exact").asBoolean());
            Map<String, String> verdicts = new LinkedHashMap<>();
            json.get("properties").forEach(p -> verdicts.put(p.get("name").asText(), p.get("verdict").asText()));
            for (Outcome outcome : outcomes) {
                String declared = outcome.verdict().name().toLowerCase(Locale.ROOT);
                String found = verdicts.get(outcome.property());
                // "Possible" declares that it can happen; that it must is more than was declared.
                assertTrue(declared.equals(found) || declared.equals("possible") && "always".equals(found),
                        outcome + " but it is " + found);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScheduleItShowsReplaysToWhereThePropertyHolds(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        JsonNode json = CommandRun.of("explore", file.toString(), "--json").json();
        for (JsonNode property : json.get("properties")) {
            boolean happens = List.of("possible", "always").contains(property.get("verdict").asText());
            for (String which : List.of("shortest", "fewestPreemptions")) {
                assertEquals(happens, !property.get(which).isNull(), property.toString());
                if (happens) {
                    Stepper stepper = new Stepper(machine);
                    stepper.replay(ScheduleText.parse(machine, property.get(which).get("schedule").asText()));
                    assertTrue(machine.holds(property.get("name").asText(), stepper.state(), 0), property.toString());
                    assertEquals(property.get(which).get("steps").asInt(), stepper.depth());
                }
            }
            if (happens) {
                assertTrue(property.get("shortest").get("steps").asInt() <= property.get("fewestPreemptions").get("steps").asInt()
                        && property.get("fewestPreemptions").get("preemptions").asInt() <= property.get("shortest").get("preemptions").asInt());
            }
        }
    }
}
