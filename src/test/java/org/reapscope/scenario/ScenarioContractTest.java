package org.reapscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.object.Invariants;
import org.reapscope.run.Policy;
import org.reapscope.run.Stepper;

/** Every scenario that comes with the program does what it says, over all schedules. */
final class ScenarioContractTest {

    private static final Path SAMPLES = Path.of("samples/scenarios");

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void declaredOutcomesComeOut(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        assertFalse(scenario.title().isBlank() || scenario.story().isBlank() || scenario.sources().isEmpty());
        assertFalse(scenario.outcomes().isEmpty());
        Map<String, List<Outcome>> byKernel = scenario.outcomes().stream()
                .collect(Collectors.groupingBy(o -> o.profile() + " " + o.patches(), LinkedHashMap::new, Collectors.toList()));
        List<String> wrong = new ArrayList<>();
        for (List<Outcome> outcomes : byKernel.values()) {
            Outcome first = outcomes.getFirst();
            List<String> patches = first.patches().equals("none") ? List.of() : List.of(first.patches().split(","));
            List<String> facts = outcomes.stream().map(Outcome::property).distinct().toList();
            EveryRun runs = EveryRun.of(ScenarioSystem.toExplore(scenario.on(Profile.of(first.profile())).patched(patches)
                    .watching(facts)).spec().withGrain(Grain.COARSE).build());
            for (Outcome outcome : outcomes) {
                Outcome.Verdict verdict = verdict(runs, outcome.property());
                if (verdict != outcome.verdict() && !(verdict == Outcome.Verdict.ALWAYS && outcome.verdict() == Outcome.Verdict.POSSIBLE)) {
                    wrong.add(outcome + " but it is " + verdict);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Outcome.Verdict verdict(EveryRun runs, String property) {
        if (!runs.everHeld().contains(property)) {
            return Outcome.Verdict.NEVER;
        }
        Set<String> ends = runs.outcomes();
        return ends.stream().allMatch(end -> (" " + end + " ").contains(" " + property + "=1 ")) ? Outcome.Verdict.ALWAYS
                : Outcome.Verdict.POSSIBLE;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void stepsToItsEndUnderEveryPolicy_invariantsHolding(Path file) throws IOException {
        Machine machine = ScenarioSystem.toStep(ScenarioFile.read(file)).spec().build();
        for (Policy policy : List.of(new Policy.RoundRobin(3), new Policy.Cfs(Map.of()), new Policy.Random(1),
                new Policy.Random(2), new Policy.Preempted("reader", 5), new Policy.Priority(List.of("lmkd")))) {
            Stepper stepper = new Stepper(machine);
            stepper.run(policy, List.of(), 5000, Progress.NONE);
            assertEquals(0, machine.enabledMask(stepper.state(), 0), file + " under " + policy + " does not end");
            assertTrue(stepper.depth() > 20, file + " under " + policy);
            for (int depth = 0; depth <= stepper.tree().depth(stepper.tip()); depth += 7) {
                assertEquals(List.of(), Invariants.check(machine, stepper.tree().state(stepper.tree().at(stepper.tip(), depth)), 0));
            }
        }
    }
}
