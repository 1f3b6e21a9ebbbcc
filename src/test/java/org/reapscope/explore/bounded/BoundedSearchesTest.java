package org.reapscope.explore.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Models;
import org.reapscope.explore.Report;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;

final class BoundedSearchesTest {

    private static final Budget BUDGET = new Budget(1L << 28, 1);

    private final MachineSpec race = Models.race(2, 1, 1, Grain.COARSE).spec();

    private Report few(MachineSpec spec, int preemptions, String... properties) {
        return FewPreemptions.explore(spec, List.of(properties), preemptions, BUDGET, Status.Listener.NONE);
    }

    private Report sampled(MachineSpec spec, int runs, long seed, String... properties) {
        return RandomRuns.explore(spec, List.of(properties), runs, seed, Status.Listener.NONE);
    }

    @Test
    void anUpdateIsLostByOnePreemption_withoutOneThatIsUnknown() {
        MachineSpec two = Models.increments(2, false).spec();
        Report none = few(two, 0, "lost");
        assertEquals(Verdict.UNKNOWN, none.answers().getFirst().verdict());
        assertEquals("complete for schedules without preemption", none.why());
        Report one = few(two, 1, "lost");
        Answer lost = one.answers().getFirst();
        assertEquals(Verdict.POSSIBLE, lost.verdict());
        assertEquals(1, Objects.requireNonNull(lost.fewestPreemptions()).preemptions());
        assertFalse(none.exact() || one.exact());
        assertEquals(Report.Method.PREEMPTION_BOUNDED, one.method());
        assertEquals("complete up to 1 preemption", one.why());
    }

    @Test
    void deadlocksAreFoundInBothModes_withAScheduleThatLeadsThere() {
        Machine abba = Models.abba();
        Witness way = Objects.requireNonNull(few(abba.spec(), 1, "deadlock").answers().getFirst().fewestPreemptions());
        assertTrue(abba.deadlocked(way.end(abba), 0));
        assertEquals(1, way.preemptions());
        assertEquals(Verdict.UNKNOWN, few(abba.spec(), 0, "deadlock").answers().getFirst().verdict());
        Answer sampled = sampled(abba.spec(), 200, 1, "deadlock").answers().getFirst();
        assertTrue(abba.deadlocked(Objects.requireNonNull(sampled.shortest()).end(abba), 0));
    }

    @Test
    void whatFewPreemptionsShow_isNoMoreThanWhatEveryScheduleShows() {
        String[] properties = {"esrch", "teardown-in-reader", "pte-collision", "use-after-free"};
        Report all = Explorer.explore(race, List.of(properties), Request.VERDICTS, BUDGET, Status.Listener.NONE);
        Machine machine = race.withFacts(Explorer.facts(Explorer.parse(List.of(properties), race), race)).build();
        for (int k = 0; k <= 3; k++) {
            Report some = few(race, k, properties);
            for (int p = 0; p < properties.length; p++) {
                Answer answer = some.answers().get(p);
                if (answer.verdict() == Verdict.POSSIBLE) {
                    assertEquals(Verdict.POSSIBLE, all.answers().get(p).verdict());
                    Witness calm = Objects.requireNonNull(answer.fewestPreemptions());
                    assertTrue(calm.preemptions() <= k && machine.holds(properties[p], calm.end(machine), 0));
                }
            }
        }
        assertEquals(Verdict.UNKNOWN, few(race, 3, properties).answers().getLast().verdict(), "never says never");
    }

    @Test
    void memoryThatRunsOutIsSaid() {
        Report report = FewPreemptions.explore(race, List.of("esrch"), 9, new Budget(200_000, 1), Status.Listener.NONE);
        assertTrue(report.why().endsWith("then memory ran out"), report.why());
    }

    @Test
    void sharesOfRandomRunsComeNearTheProbability_andTheSeedFixesThem() {
        int runs = 20_000;
        double exact = Objects.requireNonNull(Explorer.explore(race, List.of("teardown-in-reader"), Request.STANDARD, BUDGET,
                Status.Listener.NONE).answers().getFirst().probability());
        Report report = sampled(race, runs, 11, "teardown-in-reader", "use-after-free", "max(mm_users)");
        Answer answer = report.answers().getFirst();
        double sigma = Math.sqrt(exact * (1 - exact) / runs);
        assertEquals(exact, Objects.requireNonNull(answer.probability()), 4 * sigma);
        assertEquals(Verdict.UNKNOWN, report.answers().get(1).verdict(), "never says never");
        assertNull(report.answers().get(2).value());
        assertEquals("20,000 random runs with seed 11: sampled, not proved", report.why());
        assertEquals(report, sampled(race, runs, 11, "teardown-in-reader", "use-after-free", "max(mm_users)"));
    }

    @Test
    void areCancelled_andRefuseWhatTheyDoNotUnderstand() {
        Status.Listener impatient = status -> {
            throw new Cancelled();
        };
        assertThrows(Cancelled.class, () -> FewPreemptions.explore(race, List.of("esrch"), 9, BUDGET, impatient));
        assertThrows(Cancelled.class, () -> RandomRuns.explore(race, List.of("esrch"), 1_000_000, 1, impatient));
        assertThrows(PropertyException.class, () -> sampled(race, 1, 1, "esrch ||"));
        assertThrows(PropertyException.class, () -> few(race, 1, "nonsense"));
    }

    @Test
    void whatWasFoundBeforeTheyWereEndedIsKept_andSaidToBeLessThanWasAskedFor() {
        int[] heard = {0};
        Status.Listener patient = status -> {
            if (++heard[0] > 3) {
                throw new EnoughFound();
            }
        };
        Report few = FewPreemptions.explore(race, List.of("esrch", "use-after-free"), 9, BUDGET, patient);
        assertEquals(List.of(Verdict.POSSIBLE, Verdict.UNKNOWN), few.answers().stream().map(Answer::verdict).toList());
        assertTrue(few.why().endsWith(", then the search was ended"), few.why());
        heard[0] = 0;
        Report random = RandomRuns.explore(race, List.of("esrch", "use-after-free"), 1_000_000, 42, patient);
        assertEquals(List.of(Verdict.POSSIBLE, Verdict.UNKNOWN), random.answers().stream().map(Answer::verdict).toList());
        assertTrue(random.why().contains("then the search was ended") && !random.why().contains("1,000,000"), random.why());
    }
}
