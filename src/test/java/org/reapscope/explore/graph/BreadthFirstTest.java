package org.reapscope.explore.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Cancelled;
import org.reapscope.explore.Models;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;

final class BreadthFirstTest {

    private static final Budget ONE = new Budget(1L << 28, 1);

    @Test
    void findsEveryStateThatBruteForceFinds() {
        for (Machine m : List.of(Models.increments(3, false), Models.increments(3, true), Models.abba(),
                Models.peterson(true), Models.peterson(false), Models.polling(),
                Models.race(2, 1, 0, Grain.FINE, "esrch"), Models.race(2, 2, 1, Grain.COARSE, "esrch"))) {
            EveryRun all = EveryRun.of(m);
            StateGraph graph = BreadthFirst.withEdges(m, ONE, Status.Listener.NONE);
            assertEquals(all.states(), graph.states());
            assertEquals(all.transitions(), graph.transitions());
            assertEquals(all.deadlocks(), java.util.Arrays.stream(graph.ends()).filter(graph::deadlocked).count());
            assertTrue(graph.complete());
            for (int k = 0; k < m.spec().facts().size(); k++) {
                assertEquals(all.everHeld().contains(m.spec().facts().get(k).name()), graph.firstWith(k) >= 0);
            }
        }
    }

    /** Counted once by hand or by SPIN on the exported model; nobody may change them by accident. */
    @Test
    void knowsTheCountsOfLitmusMachines() {
        assertCounts(Models.increments(2, false), 13, 14, 4, 3);
        assertCounts(Models.increments(2, true), 17, 16, 8, 2);
        assertCounts(Models.abba(), 19, 22, 8, 2);
    }

    private static void assertCounts(Machine m, int states, int transitions, int depth, int ends) {
        StateGraph graph = BreadthFirst.all(m, ONE, Status.Listener.NONE);
        assertEquals(List.of(states, transitions, depth, ends),
                List.of(graph.states(), (int) graph.transitions(), graph.depth(), graph.ends().length));
    }

    @Test
    void numbersAndWitnessesAreTheSameOnAnyNumberOfCores() {
        Machine m = Models.race(2, 1, 1, Grain.FINE, "esrch", "pte-collision");
        StateGraph one = BreadthFirst.withEdges(m, ONE, Status.Listener.NONE);
        assertTrue(one.states() > 40_000, "large enough for several parts in a round: " + one.states());
        for (int workers : List.of(2, 3, 8)) {
            StateGraph more = BreadthFirst.withEdges(m, ONE.withWorkers(workers), Status.Listener.NONE);
            assertEquals(one.states(), more.states());
            assertEquals(one.transitions(), more.transitions());
            assertArrayEquals(one.ends(), more.ends());
            for (int state = 0; state < one.states(); state++) {
                assertArrayEquals(one.state(state), more.state(state));
                assertEquals(one.parent(state), more.parent(state));
                assertEquals(one.firstEdge(state), more.firstEdge(state));
            }
            for (int fact = 0; fact < 2; fact++) {
                assertArrayEquals(one.path(one.firstWith(fact)), more.path(more.firstWith(fact)), "the same witness");
            }
            for (int edge = 0; edge < one.transitions(); edge++) {
                assertEquals(one.edgeTo(edge), more.edgeTo(edge));
            }
        }
    }

    @Test
    void everyPathReplaysToItsState_andIsAsLongAsItsLevel() {
        Machine m = Models.race(2, 1, 0, Grain.FINE, "esrch");
        StateGraph graph = BreadthFirst.all(m, ONE, Status.Listener.NONE);
        for (int state = 0; state < graph.states(); state += 17) {
            Witness path = Witness.of(m, graph.path(state));
            assertArrayEquals(graph.state(state), path.end(m));
            assertEquals(graph.depth(state), path.steps());
            assertEquals(state, graph.find(path.end(m)));
        }
    }

    @Test
    void theShortestWitnessIsTheNearestState() {
        Machine m = Models.increments(3, false);
        StateGraph whole = BreadthFirst.all(m, ONE, Status.Listener.NONE);
        StateGraph soon = BreadthFirst.until(m, 1L << m.fact("lost"), ONE, Status.Listener.NONE);
        assertEquals(6, whole.depth(whole.firstWith(m.fact("lost"))));
        assertArrayEquals(whole.path(whole.firstWith(m.fact("lost"))), soon.path(soon.firstWith(m.fact("lost"))));
    }

    @Test
    void saysThatItIsPartial_whenMemoryDoesNotSuffice() {
        Machine m = Models.race(2, 2, 1, Grain.FINE, "esrch");
        StateGraph graph = BreadthFirst.withEdges(m, new Budget(600_000, 2), Status.Listener.NONE);
        assertFalse(graph.complete());
        assertTrue(graph.expanded() < graph.states());
        assertTrue(graph.states() < 142_545, "stopped early");
        assertEquals(graph.states() - 1, graph.find(graph.state(graph.states() - 1)));
        assertEquals(graph.depth(), Witness.of(m, graph.path(graph.states() - 1)).steps());
        BackwardOrder order = BackwardOrder.of(graph, org.reapscope.base.job.Progress.NONE);
        assertEquals(graph.states(), order.size(), "also those that nobody looked behind");
        assertEquals(0, order.state(graph.states() - 1), "the first state comes last");
    }

    @Test
    void endsWhenCancelled_andReportsOnTheWay() {
        Machine m = Models.race(2, 2, 1, Grain.FINE, "esrch");
        int[] reports = new int[1];
        assertThrows(Cancelled.class, () -> BreadthFirst.all(m, ONE, status -> {
            reports[0]++;
            assertTrue(status.frontier() <= status.states());
            if (status.states() > 20_000) {
                throw new Cancelled();
            }
        }));
        assertTrue(reports[0] > 10);
    }

    @Test
    void knowsWhichStepsAreNeverTaken() {
        Machine m = Models.race(1, 1, 0, Grain.FINE, "esrch");
        StateGraph graph = BreadthFirst.all(m, ONE, Status.Listener.NONE);
        List<String> taken = new java.util.ArrayList<>();
        List<String> not = new java.util.ArrayList<>();
        m.program(0).forEach(s -> (graph.covers(0, s.pc()) ? taken : not).add(s.step().id()));
        assertTrue(taken.containsAll(List.of("V0", "V11", "V14", "M10", "V18")), taken.toString());
        assertTrue(not.contains("M2"), "ksmd is not at work here: " + not);
    }
}
