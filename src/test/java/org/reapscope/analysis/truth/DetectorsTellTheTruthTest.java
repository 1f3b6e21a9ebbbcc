package org.reapscope.analysis.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.FindingKind;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.witness.CheapestFirst;
import org.reapscope.explore.witness.CostOrder;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.run.FtraceWriter;
import org.reapscope.run.Policy;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Outcome;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/**
 * Runs of every sample, written as ftrace text and read back like any capture: the detectors find what the machine knows to
 * be true, all of it and nothing else.
 */
final class DetectorsTellTheTruthTest {

    private static final Path SAMPLES = Path.of("samples/scenarios");
    /** Several victims in flight, threads that kill and threads that reap, two readers, signals that do not kill. */
    private static final Path SEVERAL = Path.of("src/test/resources/scenarios");
    /** Many more find nothing more, but take minutes: {@code -DargLine=-Dtruth.seeds=100}. */
    private static final int SEEDS = Integer.getInteger("truth.seeds", 3);
    private static final int MOST_STEPS = 3000;
    /** One step in so many changes the priorities of an unfair schedule. */
    private static final int CHANGE_EVERY = 25;
    private static final Budget BUDGET = new Budget(1L << 26, 1);
    /** One clock on which near misses are near, and one on which every wait is long enough to be told. */
    private static final List<Long> CLOCKS_NS = List.of(1_000L, 200_000L);

    private static final Map<FindingKind, Integer> seen = new EnumMap<>(FindingKind.class);

    @TempDir
    private Path folder;

    static Stream<Path> scenarios() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path scenarios : List.of(SAMPLES, SEVERAL)) {
            try (Stream<Path> files = Files.list(scenarios)) {
                files.filter(f -> f.toString().endsWith(".json")).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    /** A detector that never had anything to find was not tested. Lost events and missing tracepoints a run does not have. */
    @AfterAll
    static void everyKindOccurred() {
        Set<FindingKind> never = EnumSet.allOf(FindingKind.class);
        never.removeAll(seen.keySet());
        assertEquals(EnumSet.of(FindingKind.LOST_EVENTS, FindingKind.MISSING_TRACEPOINTS), never, seen::toString);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theyFindWhatTheMachineKnows(Path file) throws IOException {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (Scenario scenario : kernels(ScenarioFile.read(file))) {
            Machine machine = ScenarioSystem.toStep(scenario).spec().build();
            for (int[] path : schedules(scenario, machine)) {
                for (long stepNs : CLOCKS_NS) {
                    List<String> lies = lies(machine, path, Math.max(scenario.cpus(), machine.tasks()), stepNs);
                    if (!lies.isEmpty()) {
                        wrong.put(scenario.profile().id() + " " + scenario.patches() + ", a step " + stepNs + " ns: "
                                + ScheduleText.format(machine, path), lies);
                    }
                }
            }
        }
        assertEquals(Map.of(), wrong, () -> wrong.size() + " runs of " + file);
    }

    /** Then contention_begin says only "a spinlock". What is found all the same is marked as inferred, and nothing else changes. */
    @ParameterizedTest
    @ValueSource(strings = {"one-huge-vma", "opposite-walks", "three-cpu-chart"})
    void withoutStackTracesPageTableLocksAreInferred(String name) throws IOException {
        Scenario scenario = ScenarioFile.read(SAMPLES.resolve(name + ".json"));
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        for (int[] path : schedules(scenario, machine)) {
            Analysis with = analysis(machine, path, machine.tasks(), 200_000, text -> text);
            Analysis without = analysis(machine, path, machine.tasks(), 200_000, text -> text.replaceAll("(?m)^.*<stack trace>\n|^ => .*\n", ""));
            assertEquals(List.of(), without.findings(FindingKind.PTE_COLLISION).stream().filter(f -> f.certainty() != Certainty.INFERRED).toList());
            assertEquals(others(with), others(without));
        }
    }

    private static List<String> others(Analysis analysis) {
        return analysis.findings().stream().filter(f -> f.kind() != FindingKind.PTE_COLLISION && f.kind() != FindingKind.MISSING_TRACEPOINTS)
                .map(f -> f.kind() + " " + f.certainty() + " " + f.text()).toList();
    }

    /** Wherever a trace ends: what is sure stays true. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void aTraceThatEndsEarlyClaimsNothingThatTheWholeDoesNot(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        int[] path = path(machine, new Policy.Random(3), new int[0]);
        List<String> whole = sure(analysis(machine, path, machine.tasks(), 1_000, text -> text));
        for (int length = 10; length < path.length; length += 9) {
            for (String claim : sure(analysis(machine, Arrays.copyOf(path, length), machine.tasks(), 1_000, text -> text))) {
                assertTrue(whole.contains(claim), () -> claim + " but in the end " + whole);
            }
        }
    }

    /** What a longer trace cannot take back: who failed harmfully, who held the mm, who tore it down. */
    private static List<String> sure(Analysis analysis) {
        return analysis.findings().stream().filter(f -> EnumSet.of(FindingKind.ESRCH_HARMFUL, FindingKind.PINNED_MM,
                FindingKind.FOREIGN_TEARDOWN, FindingKind.SHARED_MM, FindingKind.SIGKILL_WITHOUT_EFFECT).contains(f.kind()))
                .map(f -> f.kind() + " " + f.tasks().stream().map(t -> analysis.trace().tasks().get(t).tid()).sorted().toList()
                        .getFirst()).toList();
    }

    /** The scenario on every kernel, with every set of patches, that it declares outcomes for. */
    private static List<Scenario> kernels(Scenario scenario) {
        Set<String> seen = new LinkedHashSet<>();
        List<Scenario> all = new ArrayList<>();
        for (Outcome outcome : scenario.outcomes()) {
            if (seen.add(outcome.profile() + " " + outcome.patches())) {
                List<String> patches = outcome.patches().equals("none") ? List.of() : List.of(outcome.patches().split(","));
                all.add(scenario.on(Profile.of(outcome.profile())).patched(patches));
            }
        }
        return all;
    }

    /** Fair ones, unfair ones, random ones of two sorts, and the shortest ways to what the scenario says is possible. */
    private static List<int[]> schedules(Scenario scenario, Machine machine) {
        List<Policy> policies = new ArrayList<>(List.of(new Policy.RoundRobin(1), new Policy.RoundRobin(7), new Policy.Cfs(Map.of()),
                new Policy.Preempted("reader", 5), new Policy.Preempted("victim", 9), new Policy.Preempted("killer", 14)));
        for (int seed = 1; seed <= SEEDS; seed++) {
            policies.add(new Policy.Random(seed));
        }
        List<int[]> schedules = new ArrayList<>(policies.stream().map(policy -> path(machine, policy, new int[0])).toList());
        for (int seed = 1; seed <= SEEDS; seed++) {
            schedules.add(unfair(machine, new SplittableRandom(seed)));
        }
        for (Outcome outcome : scenario.outcomes()) {
            if (outcome.verdict() == Outcome.Verdict.POSSIBLE && KernelFacts.names().contains(outcome.property())
                    && outcome.patches().equals(scenario.patches().isEmpty() ? "none" : String.join(",", scenario.patches()))
                    && outcome.profile().equals(scenario.profile().id())) {
                Machine small = ScenarioSystem.toExplore(scenario.watching(List.of(outcome.property()))).spec().build();
                CheapestFirst.to(0, small, CostOrder.STEPS_THEN_PREEMPTIONS, BUDGET, Status.Listener.NONE)
                        .ifPresent(witness -> schedules.add(path(machine, new Policy.RoundRobin(3), witness.schedule())));
            }
        }
        return schedules;
    }

    /** Who can run and has the highest priority does; at a few random moments who just ran gets the lowest (PCT). */
    private static int[] unfair(Machine machine, SplittableRandom random) {
        List<Integer> byPriority = new ArrayList<>();
        for (int t = 0; t < machine.tasks(); t++) {
            byPriority.add(random.nextInt(t + 1), t);
        }
        long[] state = machine.initial();
        List<Integer> path = new ArrayList<>();
        while (machine.enabledMask(state, 0) != 0 && path.size() < MOST_STEPS) {
            long[] now = state;
            Integer task = byPriority.stream().filter(t -> machine.enabled(now, 0, t)).findFirst().orElseThrow();
            machine.step(state, 0, task);
            path.add(task);
            if (random.nextInt(CHANGE_EVERY) == 0) {
                byPriority.remove(task);
                byPriority.add(task);
            }
        }
        return path.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] path(Machine machine, Policy policy, int[] begin) {
        Stepper stepper = new Stepper(machine);
        stepper.replay(begin);
        stepper.run(policy, List.of(), MOST_STEPS, Progress.NONE);
        return stepper.path();
    }

    private List<String> lies(Machine machine, int[] path, int cpus, long stepNs) throws IOException {
        Analysis analysis = analysis(machine, path, cpus, stepNs, text -> text);
        Claims truth = Truth.of(new MachineRun(machine, path, cpus, stepNs), analysis.trace().lastNs());
        truth.counts().forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
        return truth.against(Told.by(analysis));
    }

    private Analysis analysis(Machine machine, int[] path, int cpus, long stepNs, UnaryOperator<String> edit) throws IOException {
        Path file = folder.resolve("run.txt");
        StringBuilder out = new StringBuilder();
        FtraceWriter.write(machine, path, cpus, stepNs, out);
        Files.writeString(file, edit.apply(out.toString()));
        Trace trace = Captures.open(file);
        trace.lines().close();
        assertEquals(List.of(), trace.rejected());
        return Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
    }
}
