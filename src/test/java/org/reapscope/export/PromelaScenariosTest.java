package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.SmallScenarios;

/**
 * SPIN as the judge of the scenarios: a full search of the exported model stores as many states, deadlocks as often and
 * reaches the same facts. Each scenario, kernel and patch at least once; all of them with each other with
 * {@code -Dspin=all}, which takes an hour.
 */
final class PromelaScenariosTest {

    private static final boolean ALL = "all".equals(System.getProperty("spin"));
    private static final int MOST_STATES = ALL ? 300_000 : 150_000;
    private static final Budget BUDGET = new Budget(1L << 28, 1);

    @TempDir
    Path folder;

    static List<SmallScenarios.Case> cases() throws IOException {
        return ALL ? SmallScenarios.everyKernelAndPatch(Grain.FINE)
                : SmallScenarios.aSpread(Grain.FINE);
    }

    @BeforeEach
    void spinIsInstalled() {
        assumeTrue(Spin.installed(), "spin and gcc are not installed: the exported models are not compared");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void spinFindsAsManyStatesAndDeadlocks_andTheSameFacts(SmallScenarios.Case scenario) throws Exception {
        Machine machine = scenario.machine();
        StateGraph graph = BreadthFirst.all(machine, BUDGET, Status.Listener.NONE);
        if (!graph.complete() || graph.states() > MOST_STATES) {
            machine = new SmallScenarios.Case(scenario.scenario(), Grain.COARSE).machine();
            graph = BreadthFirst.all(machine, BUDGET, Status.Listener.NONE);
        }
        assumeTrue(graph.complete() && graph.states() <= MOST_STATES, "too large for SPIN: " + graph.states());
        Set<String> reached = new TreeSet<>();
        for (int k = 0; k < machine.spec().facts().size(); k++) {
            if (graph.firstWith(k) >= 0) {
                reached.add(machine.spec().facts().get(k).name());
            }
        }
        assertEquals(new Spin.Verdict(graph.states(), Arrays.stream(graph.ends()).filter(graph::deadlocked).count(), reached),
                Spin.verdict(machine, folder));
    }

    @Test
    void theSpreadLeavesNothingOut() throws IOException {
        List<SmallScenarios.Case> spread = SmallScenarios.aSpread(Grain.FINE);
        assertEquals(SmallScenarios.scenarios().size(), spread.stream().map(c -> c.scenario().id()).distinct().count());
        assertEquals(KernelPatches.all().stream().map(KernelPatch::id).collect(Collectors.toSet()),
                spread.stream().map(SmallScenarios.Case::patches).collect(Collectors.toSet()));
        assertEquals(Set.of(Profile.values()), spread.stream().map(c -> c.scenario().profile()).collect(Collectors.toSet()));
    }
}
