package org.reapscope.explore.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.kernel.Machine;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

final class TransplantTest {

    private static Scenario scenario(String id) throws IOException {
        return ScenarioFile.read(Path.of("samples/scenarios/" + id + ".json"));
    }

    private static Machine machine(Scenario scenario, String... patches) {
        return ScenarioSystem.toStep(scenario.patched(List.of(patches))).spec().build();
    }

    private static int[] witness(Scenario scenario, String property) {
        Matrix matrix = Matrix.of(scenario, List.of(new Variant(scenario.profile(), List.of())), List.of(property),
                Request.STANDARD, new Budget(1L << 28, 1), Matrix.Listener.NONE);
        return Objects.requireNonNull(matrix.cell(0, 0).shortest()).schedule();
    }

    @Test
    void aRunOnItsOwnKernelIsFollowedToItsEnd() throws IOException {
        Scenario scenario = scenario("three-cpu-chart");
        int[] schedule = witness(scenario, "esrch-harmful");
        Transplant same = Transplant.of(machine(scenario), schedule, machine(scenario));
        assertNull(same.difference());
        assertEquals(List.of(), same.skipped());
        assertEquals(schedule.length, same.followed().length);
        assertTrue(same.endings().sentence().startsWith("After the whole schedule, here as there: lmkd's process_mrelease has not returned, "),
                same.endings().sentence());
    }

    @Test
    void exitMmKeepsAPointer_whereTheUnpatchedKernelForgetsTheMm() throws IOException {
        Scenario scenario = scenario("three-cpu-chart");
        int[] schedule = witness(scenario, "esrch-harmful");
        Machine patched = machine(scenario, "f");
        Transplant transplant = Transplant.of(machine(scenario), schedule, patched);
        Transplant.Difference d = Objects.requireNonNull(transplant.difference());
        assertEquals("victim", d.task());
        assertEquals("exit_mm", d.to().function());
        assertTrue(d.at() > 0 && d.at() < schedule.length);
        new Stepper(patched).replay(transplant.followed());
        assertEquals(d.at(), transplant.followed().length + transplant.skipped().size());
    }

    @Test
    void whereOneCallKillsAndReaps_theSignalOfTodayIsSkipped_soTheVictimStillSleeps() throws IOException {
        Scenario scenario = scenario("kill-then-mrelease");
        Transplant transplant = Transplant.of(machine(scenario), witness(scenario, "esrch"), machine(scenario, "d"));
        Transplant.Difference d = Objects.requireNonNull(transplant.difference());
        assertFalse(transplant.skipped().isEmpty());
        assertTrue(d.task().startsWith("victim"), d.task());
        assertEquals(Transplant.Kind.WAITS, d.kind());
        assertEquals(d.from().path(), d.to().path());
        assertFalse(d.from().sentence().isEmpty() || d.to().sentence().isEmpty());
    }

    @Test
    void aReleaseThatWalksTheOtherWayDiffersInValues() throws IOException {
        Scenario scenario = scenario("opposite-walks");
        Machine newer = machine(scenario);
        Machine older = ScenarioSystem.toStep(scenario.on(org.reapscope.kernel.Profile.V6_12)).spec().build();
        int[] schedule = witness(scenario, "reaped");
        Transplant.Difference d = Objects.requireNonNull(Transplant.of(newer, schedule, older).difference());
        assertEquals(Transplant.Kind.OTHER_VALUES, d.kind());
        assertEquals(d.from().path(), d.to().path());
        assertFalse(d.from().values().isEmpty());
    }

    @Test
    void aScheduleThatCannotRunIsRefused() throws IOException {
        Machine machine = machine(scenario("three-cpu-chart"));
        int[] impossible = new int[500];
        assertThrows(IllegalArgumentException.class, () -> Transplant.of(machine, impossible, machine));
    }
}
