package org.reapscope.explore.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Models;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Distance;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;

final class WitnessTest {

    private static final Budget BUDGET = new Budget(1L << 28, 1);

    private final Machine race = Models.race(2, 1, 1, Grain.COARSE, "esrch", "teardown-in-reader");
    private final StateGraph graph = BreadthFirst.withEdges(race, BUDGET, Status.Listener.NONE);

    private Witness cheapest(int fact, CostOrder order) {
        return CheapestFirst.to(fact, race, order, BUDGET, Status.Listener.NONE).orElseThrow();
    }

    @Test
    void bothOptimaShowTheFact_andEachIsBestInItsOwnOrder() {
        for (int fact = 0; fact < 2; fact++) {
            Witness few = cheapest(fact, CostOrder.PREEMPTIONS_THEN_STEPS);
            Witness brief = cheapest(fact, CostOrder.STEPS_THEN_PREEMPTIONS);
            assertEquals(graph.depth(graph.firstWith(fact)), brief.steps(), "no shorter way than breadth first");
            assertTrue(few.preemptions() <= brief.preemptions() && brief.steps() <= few.steps());
            for (Witness w : List.of(few, brief)) {
                assertEquals(w, Witness.of(race, w.schedule()), "preemptions counted the same");
                assertTrue((race.compiled().facts(w.end(race), 0) >>> fact & 1) != 0);
            }
        }
    }

    @Test
    void oneSearchForSeveralFactsGivesWhatSeveralSearchesGive() {
        for (CostOrder order : CostOrder.values()) {
            List<Optional<Witness>> both = CheapestFirst.toEach(3, race, order, BUDGET, Status.Listener.NONE);
            assertEquals(List.of(Optional.of(cheapest(0, order)), Optional.of(cheapest(1, order))), both);
            assertEquals(Optional.empty(), CheapestFirst.toEach(1, race, order, BUDGET, Status.Listener.NONE).get(1));
        }
    }

    @Test
    void whatIsPossibleWithoutPreemption_isLessThanWhatIsPossible() {
        Machine m = Models.increments(2, false);
        CheapestFirst.Bounded none = CheapestFirst.upTo(0, m, BUDGET, Status.Listener.NONE);
        assertEquals(0, none.completeUpTo());
        assertFalse(none.witnesses().get(m.fact("lost")).isPresent(), "an update is lost only by preemption");
        CheapestFirst.Bounded one = CheapestFirst.upTo(1, m, BUDGET, Status.Listener.NONE);
        assertEquals(1, one.witnesses().get(m.fact("lost")).orElseThrow().preemptions());
        CheapestFirst.Bounded little = CheapestFirst.upTo(3, race, new Budget(200_000, 1), Status.Listener.NONE);
        assertTrue(little.completeUpTo() < 3, "says how far it came: " + little.completeUpTo());
    }

    @Test
    void causesDifferInTheStepThatDecides() {
        BackwardOrder order = BackwardOrder.of(graph, Progress.NONE);
        Lookahead ahead = Lookahead.of(graph, order, Progress.NONE);
        int esrch = race.fact("esrch");
        List<WitnessCauses.Cause> causes = WitnessCauses.of(esrch, ahead, Distance.to(esrch, graph, order, Progress.NONE), Progress.NONE);
        assertFalse(causes.isEmpty());
        assertEquals(graph.depth(graph.firstWith(esrch)), causes.getFirst().witness().steps());
        for (WitnessCauses.Cause cause : causes) {
            Witness w = cause.witness();
            assertTrue((race.compiled().facts(w.end(race), 0) >>> esrch & 1) != 0);
            assertEquals(cause.decisive(), org.reapscope.explore.graph.Outlook.of(ahead, esrch, w.schedule()).decisiveStep());
        }
        assertEquals(causes.size(), causes.stream().map(c -> c.role() + c.step()).distinct().count());
    }

    @Test
    void aRandomScheduleGetsSmaller_andStillShowsIt() {
        int esrch = race.fact("esrch");
        Witness few = cheapest(esrch, CostOrder.PREEMPTIONS_THEN_STEPS);
        Witness brief = cheapest(esrch, CostOrder.STEPS_THEN_PREEMPTIONS);
        SplittableRandom random = new SplittableRandom(3);
        int tried = 0;
        while (tried < 20) {
            int[] schedule = randomRun(random);
            Witness own = Witness.of(race, schedule);
            if ((race.compiled().facts(own.end(race), 0) >>> esrch & 1) == 0) {
                continue;
            }
            tried++;
            Witness small = Minimiser.than(schedule, esrch, race);
            assertTrue((race.compiled().facts(small.end(race), 0) >>> esrch & 1) != 0);
            assertTrue(small.steps() < own.steps() && small.preemptions() <= own.preemptions());
            assertTrue(small.steps() >= brief.steps() && small.preemptions() >= few.preemptions());
        }
        assertThrows(IllegalArgumentException.class, () -> Minimiser.than(new int[0], esrch, race));
        assertThrows(IllegalArgumentException.class, () -> Witness.of(race, new int[] {0, 0, 0, 0}));
    }

    private int[] randomRun(SplittableRandom random) {
        int[] schedule = new int[1000];
        int length = 0;
        long[] state = race.initial();
        for (long mask = race.enabledMask(state, 0); mask != 0; mask = race.enabledMask(state, 0)) {
            for (int skip = random.nextInt(Long.bitCount(mask)); skip > 0; skip--) {
                mask &= mask - 1;
            }
            schedule[length] = Long.numberOfTrailingZeros(mask);
            race.step(state, 0, schedule[length++]);
        }
        return Arrays.copyOf(schedule, length);
    }
}
