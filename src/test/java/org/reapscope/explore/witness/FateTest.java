package org.reapscope.explore.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Models;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.Outlook;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;

final class FateTest {

    private static final Budget BUDGET = new Budget(1L << 28, 1);

    private final Machine race = asked(Models.race(2, 1, 1, Grain.COARSE).spec(), "esrch", "teardown-in-reader");

    private static Machine asked(MachineSpec spec, String... properties) {
        return spec.withFacts(Explorer.facts(Explorer.parse(List.of(properties), spec), spec)).build();
    }

    @Test
    void saysTheSameAsTheLookaheadOverEveryState() {
        StateGraph graph = BreadthFirst.withEdges(race, BUDGET, Status.Listener.NONE);
        Lookahead ahead = Lookahead.of(graph, BackwardOrder.of(graph, Progress.NONE), Progress.NONE);
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 8; k++) {
            int[] schedule = randomRun(random, k % 2 == 0 ? 1000 : 12);
            for (int fact = 0; fact < 2; fact++) {
                Fate fate = Fate.of(fact, race, BUDGET, Status.Listener.NONE);
                Outlook outlook = Outlook.of(ahead, fact, schedule);
                assertEquals(Optional.of(outlook.decisiveStep()), fate.decisiveStep(schedule));
                assertEquals(Optional.of(outlook.lamps().getLast()), fate.lamp(Witness.of(race, schedule).end(race)));
            }
        }
    }

    @Test
    void theContrastIsTheSameUntilTheDecision_andEndsOtherwise() {
        int[] schedule = randomRun(new SplittableRandom(6), 1000);
        for (int fact = 0; fact < 2; fact++) {
            Fate fate = Fate.of(fact, race, BUDGET, Status.Listener.NONE);
            Fate.Contrast there = fate.contrast(schedule).orElseThrow();
            checked(fact, schedule, there);
            Fate.Contrast back = fate.contrast(there.schedule().schedule()).orElseThrow();
            checked(fact, there.schedule().schedule(), back);
            assertNotEquals(there.holds(), back.holds());
        }
    }

    private void checked(int fact, int[] schedule, Fate.Contrast contrast) {
        int[] other = contrast.schedule().schedule();
        int at = contrast.decisive();
        assertArrayEquals(Arrays.copyOf(schedule, at), Arrays.copyOf(other, at));
        assertNotEquals(schedule[at], other[at]);
        assertNotEquals(holds(fact, schedule), holds(fact, other));
        assertEquals(contrast.holds(), holds(fact, other));
    }

    @Test
    void saysNothingWhereSomeScheduleNeverEnds() {
        Machine polling = Models.polling();
        int poller = polling.spec().task("poller");
        Fate fate = Fate.of(polling.fact("set"), polling, BUDGET, Status.Listener.NONE);
        assertEquals(Optional.empty(), fate.decisiveStep(new int[] {poller, poller}));
        assertEquals(Optional.empty(), fate.contrast(new int[] {poller, poller}));
    }

    @Test
    void aScheduleThatCannotRunIsRefused() {
        Fate fate = Fate.of(0, race, BUDGET, Status.Listener.NONE);
        assertThrows(IllegalArgumentException.class, () -> fate.decisiveStep(new int[] {0, 0, 0, 0, 0}));
    }

    private boolean holds(int fact, int[] schedule) {
        return (race.compiled().facts(Witness.of(race, schedule).end(race), 0) >>> fact & 1) != 0;
    }

    private int[] randomRun(SplittableRandom random, int longest) {
        int[] schedule = new int[longest];
        int length = 0;
        long[] state = race.initial();
        for (long mask = race.enabledMask(state, 0); mask != 0 && length < longest; mask = race.enabledMask(state, 0)) {
            for (int skip = random.nextInt(Long.bitCount(mask)); skip > 0; skip--) {
                mask &= mask - 1;
            }
            schedule[length] = Long.numberOfTrailingZeros(mask);
            race.step(state, 0, schedule[length++]);
        }
        return Arrays.copyOf(schedule, length);
    }
}
