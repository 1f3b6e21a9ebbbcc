package org.reapscope.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.object.KernelFacts;

final class ExplorerTest {

    private static final Budget BUDGET = new Budget(1L << 28, 2);
    private static final List<String> NAMED = List.of("esrch", "esrch-harmful", "einval", "teardown-in-reader",
            "pte-collision", "pinned-teardown", "never(use-after-free)", "never(double-zap)", "deadlock");

    private final MachineSpec race = Models.race(2, 1, 1, Grain.COARSE).spec();

    private static Report explore(MachineSpec spec, List<String> properties, Request request) {
        return Explorer.explore(spec, properties, request, BUDGET, Status.Listener.NONE);
    }

    private static Verdict verdict(Report report, String property) {
        return report.answer(property).orElseThrow().verdict();
    }

    @Test
    void reducedAndFullSearchGiveTheSameVerdicts() {
        Report fast = explore(race, NAMED, Request.VERDICTS);
        Report full = explore(race, NAMED, Request.FULL);
        assertEquals(Report.Method.REDUCED, fast.method());
        assertEquals(Report.Method.EVERY_STATE, full.method());
        assertTrue(fast.exact() && full.exact() && fast.states() < full.states());
        for (String p : NAMED) {
            assertEquals(verdict(full, p), verdict(fast, p), p);
        }
        assertEquals(Verdict.POSSIBLE, verdict(full, "esrch-harmful"), "the race there is today");
        assertEquals(Verdict.NEVER, verdict(full, "never(use-after-free)"));
        assertEquals(Boolean.TRUE, full.answer("never(use-after-free)").orElseThrow().holds());
        assertEquals(Verdict.NEVER, verdict(full, "deadlock"));
    }

    @Test
    void witnessesShowWhatTheyAreWitnessesOf() {
        Report report = explore(race, NAMED, Request.STANDARD);
        Machine machine = race.withFacts(KernelFacts.names().stream().map(KernelFacts::of).toList()).build();
        for (String p : List.of("esrch", "esrch-harmful", "teardown-in-reader", "pte-collision")) {
            Answer answer = report.answer(p).orElseThrow();
            Witness brief = java.util.Objects.requireNonNull(answer.shortest());
            Witness calm = java.util.Objects.requireNonNull(answer.fewestPreemptions());
            assertTrue(machine.holds(p, brief.end(machine), 0) && machine.holds(p, calm.end(machine), 0), p);
            assertTrue(brief.steps() <= calm.steps() && calm.preemptions() <= brief.preemptions());
            assertNotNull(answer.probability());
        }
        assertNull(report.answer("never(double-zap)").orElseThrow().shortest());
    }

    @Test
    void numbersComeFromEveryState() {
        MachineSpec two = Models.increments(2, false).spec();
        Report report = explore(two, List.of("max(counter)", "min(counter)", "mean(counter)", "P(lost)",
                "P(lost | t0 = 3)", "reach(lost)", "inevitable(lost || counter == 2)"), Request.STANDARD);
        assertEquals(Report.Method.EVERY_STATE, report.method());
        assertEquals(2, report.answer("max(counter)").orElseThrow().value());
        assertEquals(1, report.answer("min(counter)").orElseThrow().value());
        assertEquals(1.5, report.answer("mean(counter)").orElseThrow().value());
        assertEquals(0.5, report.answer("P(lost)").orElseThrow().value());
        // Lost unless one runs wholly first: 3/4 * 3/4 + 1/4 * 1/4 = 10/16 for not lost.
        assertEquals(0.375, java.util.Objects.requireNonNull(report.answer("P(lost | t0 = 3)").orElseThrow().value()), 1e-12);
        assertEquals(Boolean.TRUE, report.answer("inevitable(lost || counter == 2)").orElseThrow().holds());
    }

    @Test
    void aDeadlockIsFoundEitherWay_withAScheduleThatLeadsThere() {
        MachineSpec abba = Models.abba().spec();
        for (Request request : List.of(Request.STANDARD, Request.FULL)) {
            Answer answer = explore(abba, List.of("never(deadlock)"), request).answers().getFirst();
            assertEquals(Boolean.FALSE, answer.holds());
            Machine m = Models.abba();
            assertTrue(m.deadlocked(java.util.Objects.requireNonNull(answer.shortest()).end(m), 0));
        }
    }

    @Test
    void afterAStepSomethingHolds_orTheReportShowsWhereNot() {
        Report report = explore(race, List.of("after(V11, mm_users >= 1)", "after(V14, mm_users >= 1)"), Request.STANDARD);
        assertEquals(Boolean.TRUE, report.answers().getFirst().holds());
        assertEquals(Boolean.FALSE, report.answers().getLast().holds());
        assertNotNull(report.answers().getLast().shortest());
    }

    @Test
    void neverSaysNever_whenMemoryRanOut() {
        MachineSpec large = Models.race(2, 2, 1, Grain.FINE).spec();
        Report report = Explorer.explore(large, List.of("never(use-after-free)", "max(mm_users)"), Request.FULL,
                new Budget(500_000, 1), Status.Listener.NONE);
        assertFalse(report.exact());
        assertEquals(Report.Method.PARTIAL, report.method());
        assertEquals(Verdict.UNKNOWN, report.answers().getFirst().verdict());
        assertNull(report.answers().getFirst().holds());
        assertNull(report.answers().getLast().value());
        assertTrue(report.why().startsWith("memory ran out"), report.why());
    }

    /** Ended at its first report, its second and so on: what it says is what the whole search says, or unknown. */
    @Test
    void whateverMomentItIsEndedAt_whatWasFoundIsKept_andWhatWasNotIsUnknown() {
        Machine machine = race.withFacts(KernelFacts.names().stream().map(KernelFacts::of).toList()).build();
        Report whole = explore(race, NAMED, Request.FULL);
        boolean known = false;
        boolean unknown = false;
        for (Request request : List.of(Request.STANDARD, Request.FULL)) {
            for (int patience = 0; patience < 40; patience++) {
                Report soFar = ended(request, patience);
                for (Answer answer : soFar.answers()) {
                    Verdict truth = verdict(whole, answer.property().text());
                    boolean careful = answer.verdict() == Verdict.UNKNOWN || answer.verdict() == Verdict.POSSIBLE && truth == Verdict.ALWAYS;
                    assertTrue(answer.verdict() == truth && (soFar.exact() || truth != Verdict.NEVER) || careful && !soFar.exact(),
                            answer + " when it is " + truth);
                    if (answer.shortest() != null && answer.property().kind() == Property.Kind.REACH) {
                        assertTrue(machine.holds(answer.property().fact(), answer.shortest().end(machine), 0));
                    }
                    known |= !soFar.exact() && answer.verdict() == Verdict.POSSIBLE;
                    unknown |= !soFar.exact() && answer.verdict() == Verdict.UNKNOWN;
                }
                assertEquals(!soFar.exact(), soFar.method() == Report.Method.ENDED);
            }
        }
        assertTrue(known && unknown);
    }

    private Report ended(Request request, int patience) {
        int[] heard = {0};
        return Explorer.explore(race, NAMED, request, BUDGET, status -> {
            if (++heard[0] > patience) {
                throw new EnoughFound();
            }
        });
    }
}
