package org.reapscope.explore.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reapscope.explore.Models;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.scenario.SmallScenarios;

final class ReducedTest {

    private static final Budget BUDGET = new Budget(1L << 28, 1);
    private static final String[] MANY = {"esrch", "esrch-harmful", "einval", "reaped", "memory-held-after-mrelease",
        "teardown-in-reader", "wasted-walk", "pte-collision", "mmap-stall", "pinned-teardown", "use-after-free"};

    private static List<Machine> small() {
        return List.of(Models.increments(3, false), Models.increments(3, true), Models.abba(), Models.peterson(true),
                Models.peterson(false), Models.race(1, 1, 0, Grain.FINE, MANY), Models.race(2, 1, 0, Grain.COARSE, MANY),
                Models.race(1, 2, 1, Grain.FINE, "esrch"), Models.race(2, 1, 1, Grain.COARSE, "esrch", "pte-collision"),
                Models.race(2, 2, 1, Grain.COARSE, MANY), Models.race(2, 2, 0, Grain.FINE, "esrch-harmful"),
                Models.actors(Grain.FINE, MANY, "kill process_mrelease", "process_mrelease"),
                Models.actors(Grain.COARSE, MANY, "kill process_mrelease", "read_smaps"),
                Models.actors(Grain.COARSE, MANY, "out_of_memory", "~oom_reaper_timer", "~oom_reaper"),
                Models.actors(Grain.COARSE, MANY, "kill process_mrelease", "freeze_v1 thaw_v1", "wait4"));
    }

    @Test
    void findsTheSameEndsAsTheFullSearch() {
        for (Machine m : small()) {
            StateGraph full = BreadthFirst.all(m, BUDGET, Status.Listener.NONE);
            Reduced.Result reduced = Reduced.of(m, BUDGET, Status.Listener.NONE);
            assertTrue(reduced.decides());
            assertEquals(ends(Arrays.stream(full.ends()).mapToObj(full::state).toList()), ends(reduced.ends()));
            long facts = (1L << m.spec().facts().size()) - 1;
            long refused = 0;
            for (int k = 0; k < m.spec().facts().size(); k++) {
                refused |= Reduced.refusals(m, 1L << k).isEmpty() ? 0 : 1L << k;
                if ((refused >>> k & 1) == 0) {
                    assertEquals(full.firstWith(k) >= 0, (reduced.held() >>> k & 1) != 0, m.spec().facts().get(k).name());
                }
            }
            long everyEnd = Arrays.stream(full.ends()).mapToLong(full::facts).reduce(-1, (a, b) -> a & b);
            assertEquals(everyEnd & facts & ~refused, reduced.heldAtAllEnds() & facts & ~refused);
            assertTrue(reduced.states() <= full.states());
        }
    }

    private static Set<List<Long>> ends(List<long[]> states) {
        return states.stream().map(s -> Arrays.stream(s).boxed().toList()).collect(Collectors.toSet());
    }

    @Test
    void leavesOutMostOfTheRace() {
        Machine m = Models.race(2, 2, 1, Grain.FINE, "esrch");
        Reduced.Result reduced = Reduced.of(m, BUDGET, Status.Listener.NONE);
        assertTrue(reduced.states() < 142_545 / 20, "of 142,545 states " + reduced.states() + " were kept");
        int[] way = reduced.ways().get(m.fact("esrch"));
        assertTrue(m.holds("esrch", Witness.of(m, way).end(m), 0));
    }

    @Test
    void refusesFactsThatMayCeaseToHold_andNoticesRunsThatNeverEnd() {
        Machine increments = Models.increments(2, false);
        assertEquals(1, Reduced.refusals(increments, 1L << increments.fact("counter")).size());
        assertTrue(Reduced.refusals(Models.peterson(true), 1).isEmpty(), "latched");
        Machine race = Models.race(1, 1, 0, Grain.FINE, "esrch");
        assertTrue(Reduced.refusals(race, 1).isEmpty(), "set, never cleared");
        assertFalse(Reduced.of(Models.polling(), BUDGET, Status.Listener.NONE).decides());
    }

    @Test
    void saysThatItIsPartial_whenMemoryDoesNotSuffice() {
        Machine m = Models.race(2, 2, 1, Grain.FINE, "esrch");
        assertFalse(Reduced.of(m, new Budget(100_000, 1), Status.Listener.NONE).complete());
    }

    /** Every choice, at every state that any schedule reaches. */
    @Test
    void everyChosenSetIsPersistent() {
        long checks = 0;
        for (Machine m : small()) {
            StateGraph full = BreadthFirst.all(m, BUDGET, Status.Listener.NONE);
            int stride = Math.max(1, full.states() / 700);
            PersistentSetAudit audit = new PersistentSetAudit(m);
            assertNull(firstObjection(m, new StubbornSets(m), full, stride, audit));
            checks += audit.checks();
        }
        assertTrue(checks > 100_000, "audited " + checks);
    }

    private static @Nullable String firstObjection(Machine m, StubbornSets sets, StateGraph full, int stride,
            PersistentSetAudit audit) {
        for (int s = 0; s < full.states(); s += stride) {
            long[] state = full.state(s);
            String objection = audit.objection(state, sets.choose(state, 0, m.enabledMask(state, 0), s % m.tasks()));
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }

    /** If footprints lack a field, sets become too small; the audit must see that. */
    @Test
    void theAuditNoticesWrongFootprints() {
        Machine m = Models.race(1, 1, 1, Grain.FINE, "esrch");
        for (String field : List.of("mm_users", "MMF_OOM_SKIP", "mmap_lock", "ptlock", "task_lock")) {
            assertNoticed(m, field);
        }
    }

    /** Where the lock around it is taken for other reasons too, only a reader that skips the lock gives it away. */
    @Test
    void theAuditNoticesFootprintsWithoutTaskMm() throws java.io.IOException {
        assertNoticed(SmallScenarios.aSpread(Grain.COARSE).stream()
                .filter(c -> c.scenario().id().equals("cmdline-reader-sleeps")).findFirst().orElseThrow().machine(), "task.mm");
    }

    private static void assertNoticed(Machine m, String field) {
        StateGraph full = BreadthFirst.all(m, BUDGET, Status.Listener.NONE);
        Cells cells = m.layout().cells();
        BitSet forgotten = new BitSet();
        for (int c = 0; c < cells.count(); c++) {
            forgotten.set(c, cells.field(c).name().startsWith(field) && m.layout().isStored(c));
        }
        assertFalse(forgotten.isEmpty(), field);
        assertNotNull(firstObjection(m, new StubbornSets(m, forgotten), full, 1, new PersistentSetAudit(m)),
                "footprints lacked " + field + ", and nobody noticed");
    }
}
