package org.reapscope.explore.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.SmallScenarios;

/** Every scenario with every patch, small: what the reduced search says is what the full search says. */
final class ReducedScenariosTest {

    private static final int MOST_STATES = 30_000;
    private static final Budget BUDGET = new Budget(1L << 28, 1);

    @Test
    void everyScenarioEndsTheSame_andNeverInADeadlock() throws IOException {
        int compared = 0;
        for (SmallScenarios.Case scenario : SmallScenarios.everyPatch(Grain.COARSE)) {
            Machine m = scenario.machine();
            Reduced.Result reduced = Reduced.of(m, BUDGET, Status.Listener.NONE);
            assertEquals(0, reduced.deadlocks(), scenario + " ends in a deadlock");
            StateGraph full = BreadthFirst.all(m, new Budget(100L * MOST_STATES, 1), Status.Listener.NONE);
            if (full.complete()) {
                assertSame(scenario, m, full, reduced);
                compared++;
            }
        }
        assertTrue(compared > 200, "compared " + compared);
    }

    private static void assertSame(SmallScenarios.Case scenario, Machine m, StateGraph full, Reduced.Result reduced) {
        assertTrue(reduced.decides(), scenario.toString());
        assertEquals(states(Arrays.stream(full.ends()).mapToObj(full::state).toList()), states(reduced.ends()), scenario.toString());
        for (int k = 0; k < m.spec().facts().size(); k++) {
            if (Reduced.refusals(m, 1L << k).isEmpty()) {
                assertEquals(full.firstWith(k) >= 0, (reduced.held() >>> k & 1) != 0,
                        scenario + " " + m.spec().facts().get(k).name());
            }
        }
    }

    private static Set<List<Long>> states(List<long[]> states) {
        Set<List<Long>> set = new HashSet<>();
        states.forEach(s -> set.add(Arrays.stream(s).boxed().toList()));
        return set;
    }
}
