package org.reapscope.explore.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Models;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.bounded.FewPreemptions;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.KernelFacts;

/** What shows that something is not inevitable. */
final class AvoidanceTest {

    private static final Budget BUDGET = new Budget(1L << 28, 1);

    private static Answer inevitable(Machine machine, String fact, Request request) {
        return Explorer.explore(machine.spec(), List.of("inevitable(" + fact + ")"), request, BUDGET, Status.Listener.NONE)
                .answers().getFirst();
    }

    @Test
    void aPollerThatNobodyTellsToStopGoesRoundForEver() {
        Machine polling = Models.polling();
        Answer answer = inevitable(polling, "stopped", Request.STANDARD);
        assertEquals(Boolean.FALSE, answer.holds());
        Avoidance around = Objects.requireNonNull(answer.avoiding());
        assertEquals(0, around.stem());
        long[] state = polling.initial();
        for (int round = 0; round < 100; round++) {
            for (int task : around.way().schedule()) {
                assertEquals("poller", polling.spec().tasks().get(task).name(), "the setter never has its turn");
                polling.step(state, 0, task);
            }
        }
        assertFalse(polling.holds("stopped", state, 0));
        assertTrue(polling.enabled(state, 0, 0), "and it goes on");
    }

    @Test
    void theWayToTheRoundIsToldApartFromTheRound() {
        Machine turns = Models.turnsThenPolls();
        Avoidance around = Objects.requireNonNull(inevitable(turns, "stopped", Request.STANDARD).avoiding());
        assertEquals(List.of(2, 2), List.of(around.stem(), around.cycle()), "two steps to where it polls, and two steps a round");
        Machine searched = turns.spec().withFacts(List.of()).build();
        long[] before = searched.initial();
        int[] way = around.way().schedule();
        for (int k = 0; k < around.stem(); k++) {
            searched.step(before, 0, way[k]);
        }
        assertArrayEquals(before, around.way().end(searched), "once round, all is as it was");
    }

    @Test
    void aRunThatEndsWithoutItIsShownToItsEnd_howeverTheVerdictWasFound() {
        Machine race = Models.race(2, 1, 1, Grain.COARSE).spec().withFacts(List.of(KernelFacts.of("reaped"))).build();
        for (Request request : List.of(Request.VERDICTS, Request.STANDARD, Request.FULL)) {
            Answer answer = inevitable(race, "reaped", request);
            assertEquals(Boolean.FALSE, answer.holds());
            Avoidance around = Objects.requireNonNull(answer.avoiding());
            assertEquals(0, around.cycle());
            long[] end = around.way().end(race);
            assertEquals(0, race.enabledMask(end, 0), "nobody can step there");
            assertFalse(race.holds("reaped", end, 0));
        }
        int shortest = Objects.requireNonNull(inevitable(race, "reaped", Request.FULL).avoiding()).stem();
        assertTrue(shortest <= Objects.requireNonNull(inevitable(race, "reaped", Request.VERDICTS).avoiding()).stem());
    }

    @Test
    void whatCannotBeAvoidedHasNone_andWhatWasOnlySeenIsNotSaidToFail() {
        Machine two = Models.increments(2, false);
        Answer always = inevitable(two, "counter > 0", Request.STANDARD);
        assertEquals(Boolean.TRUE, always.holds());
        assertNull(always.avoiding());
        Answer seen = FewPreemptions.explore(two.spec(), List.of("inevitable(counter > 0)"), 1, BUDGET,
                Status.Listener.NONE).answers().getFirst();
        assertNull(seen.holds(), "some schedules were not looked at");
    }
}
