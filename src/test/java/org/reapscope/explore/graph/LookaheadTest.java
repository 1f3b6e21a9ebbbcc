package org.reapscope.explore.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Models;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;

final class LookaheadTest {

    private final Machine race = Models.race(2, 1, 1, Grain.COARSE, "esrch", "reaped", "teardown-in-reader");
    private final StateGraph graph = graph(race);
    private final BackwardOrder order = BackwardOrder.of(graph, Progress.NONE);
    private final Lookahead ahead = Lookahead.of(graph, order, Progress.NONE);

    private static StateGraph graph(Machine m) {
        return BreadthFirst.withEdges(m, new Budget(1L << 28, 1), Status.Listener.NONE);
    }

    @Test
    void theOrderPutsEveryStateBehindThoseItLeadsTo() {
        assertTrue(order.acyclic());
        int[] place = new int[order.size()];
        for (int k = 0; k < order.size(); k++) {
            place[order.state(k)] = k;
        }
        for (int state = 0; state < graph.states(); state++) {
            for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1); edge++) {
                assertTrue(place[graph.edgeTo(edge)] < place[state]);
            }
        }
        assertFalse(BackwardOrder.of(graph(Models.polling()), Progress.NONE).acyclic());
    }

    @Test
    void atTheBeginningEsrchIsOpen_atEveryEndItIsSettled() {
        assertEquals(Lamp.POSSIBLE, ahead.lamp(0, race.fact("esrch")));
        for (int end : graph.ends()) {
            for (int fact = 0; fact < 3; fact++) {
                assertEquals((graph.facts(end) >>> fact & 1) != 0 ? Lamp.CERTAIN : Lamp.IMPOSSIBLE, ahead.lamp(end, fact));
            }
        }
    }

    /** On random runs: what is certain happens, what is impossible does not, and what is settled stays so. */
    @Test
    void lampsKeepTheirWord() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 300; run++) {
            int[] schedule = randomRun(race, random);
            for (int fact = 0; fact < 3; fact++) {
                Outlook seen = Outlook.of(ahead, fact, schedule);
                boolean happened = seen.lamps().getLast() == Lamp.CERTAIN;
                assertFalse(seen.lamps().getLast() == Lamp.POSSIBLE);
                for (int k = 0; k < seen.lamps().size(); k++) {
                    Lamp expected = k <= seen.decisiveStep() ? Lamp.POSSIBLE
                            : happened ? Lamp.CERTAIN : Lamp.IMPOSSIBLE;
                    assertEquals(expected, seen.lamps().get(k));
                }
            }
        }
    }

    static int[] randomRun(Machine m, SplittableRandom random) {
        int[] schedule = new int[1000];
        int length = 0;
        long[] state = m.initial();
        for (long mask = m.enabledMask(state, 0); mask != 0; mask = m.enabledMask(state, 0)) {
            int pick = random.nextInt(Long.bitCount(mask));
            for (int k = 0; k < pick; k++) {
                mask &= mask - 1;
            }
            schedule[length] = Long.numberOfTrailingZeros(mask);
            m.step(state, 0, schedule[length++]);
        }
        return Arrays.copyOf(schedule, length);
    }

    @Test
    void followingTheHintsLeadsThereInAsManySteps() {
        Distance distance = Distance.to(race.fact("esrch"), graph, order, Progress.NONE);
        assertEquals(graph.depth(graph.firstWith(race.fact("esrch"))), distance.from(0));
        long[] state = race.initial();
        for (int task : distance.way(0)) {
            race.step(state, 0, task);
        }
        assertTrue(race.holds("esrch", state, 0));
        for (int s = 0; s < graph.states(); s++) {
            assertEquals((ahead.possible(s) >>> race.fact("esrch") & 1) != 0, distance.from(s) >= 0);
        }
    }

    @Test
    void whatMayGoOnForEverIsNotCertain() {
        Machine m = Models.polling();
        StateGraph g = graph(m);
        Lookahead l = Lookahead.of(g, BackwardOrder.of(g, Progress.NONE), Progress.NONE);
        assertEquals(Lamp.POSSIBLE, l.lamp(0, m.fact("stopped")));
        assertEquals(0, Distance.to(m.fact("set"), g, BackwardOrder.of(g, Progress.NONE), Progress.NONE)
                .from(g.firstWith(m.fact("set"))));
    }

    @Test
    void probabilitiesSumToOne_andAgreeWithRandomRuns() {
        Speeds slowKiller = Speeds.uniform(race.tasks()).with(0, 3).with(1, 3);
        for (Speeds speeds : List.of(Speeds.uniform(race.tasks()), slowKiller)) {
            assertEquals(1, Arrays.stream(Chances.ofEnds(graph, order, speeds)).sum(), 1e-9);
            double[] chance = Chances.of(race.fact("esrch"), graph, order, speeds, Progress.NONE);
            double p = chance[0];
            int runs = 200_000;
            int hits = 0;
            SplittableRandom random = new SplittableRandom(42);
            for (int run = 0; run < runs; run++) {
                hits += (graph.facts(end(speeds, random)) >>> race.fact("esrch") & 1) != 0 ? 1 : 0;
            }
            double sigma = Math.sqrt(p * (1 - p) / runs);
            assertEquals(p, hits / (double) runs, 4 * sigma, speeds.toString());
            assertTrue(p > 0.001 && p < 0.999, "worth asking: " + p);
        }
    }

    private int end(Speeds speeds, SplittableRandom random) {
        int state = 0;
        while (graph.firstEdge(state) < graph.firstEdge(state + 1)) {
            double at = random.nextDouble() * speeds.sum(graph.enabled(state));
            int edge = graph.firstEdge(state);
            while (edge + 1 < graph.firstEdge(state + 1) && at >= speeds.of(graph.edgeTask(edge))) {
                at -= speeds.of(graph.edgeTask(edge++));
            }
            state = graph.edgeTo(edge);
        }
        return state;
    }

    @Test
    void aPollerIsStoppedAlmostSurely() {
        Machine m = Models.polling();
        StateGraph g = graph(m);
        BackwardOrder o = BackwardOrder.of(g, Progress.NONE);
        assertEquals(1, Chances.of(m.fact("stopped"), g, o, Speeds.uniform(2), Progress.NONE)[0], 1e-9);
        assertNull(new Counter(0, Counter.Kind.SUM).over(g, o, Speeds.uniform(2), Progress.NONE));
    }

    /** Two increments: 6 interleavings of equal length; the counter ends as 2 only if one task runs wholly before the other. */
    @Test
    void countersComeToWhatOneCanCountByHand() {
        Machine m = Models.increments(2, false);
        StateGraph g = graph(m);
        BackwardOrder o = BackwardOrder.of(g, Progress.NONE);
        Counter atEnd = new Counter(m.fact("counter"), Counter.Kind.AT_END);
        assertEquals(new Counter.Bounds(1, 2, 1.5), atEnd.over(g, o, Speeds.uniform(2), Progress.NONE));
        Counter rises = new Counter(m.fact("lost"), Counter.Kind.RISES);
        assertEquals(new Counter.Bounds(0, 1, 0.5), rises.over(g, o, Speeds.uniform(2), Progress.NONE));
        assertEquals(0.5, Chances.of(m.fact("lost"), g, o, Speeds.uniform(2), Progress.NONE)[0], 1e-12);
    }

    /** Whatever a search that was ended says of a state is so; it does not say that anything is impossible where it has not looked. */
    @Test
    void whatIsKnownWhenTheSearchIsEnded_isWhatTheWholeSearchSays() {
        StateGraph some = BreadthFirst.withEdges(race, new Budget(1L << 28, 1), status -> {
            if (status.states() > graph.states() * 19 / 20) {
                throw new EnoughFound();
            }
        });
        assertFalse(some.complete());
        Lookahead soFar = Lookahead.of(some, BackwardOrder.of(some, Progress.NONE), Progress.NONE);
        Set<Lamp> said = EnumSet.noneOf(Lamp.class);
        for (int state = 0; state < some.states(); state++) {
            for (int fact = 0; fact < 3; fact++) {
                Lamp lamp = soFar.lamp(state, fact);
                Lamp whole = ahead.lamp(graph.find(some.state(state)), fact);
                assertTrue(lamp == whole || lamp == Lamp.UNKNOWN || lamp == Lamp.POSSIBLE && whole == Lamp.CERTAIN, lamp + " is " + whole);
                said.add(lamp);
            }
        }
        assertEquals(EnumSet.allOf(Lamp.class), said);
    }
}
