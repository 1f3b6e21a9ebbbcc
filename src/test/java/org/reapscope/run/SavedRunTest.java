package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Profile;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/** A run that is kept and taken again. */
final class SavedRunTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json");

    @SuppressWarnings("NullAway.Init")
    private KernelRun run;

    /** Three branches: the killer first, from its fifth step the threads first, and round robin from the beginning. */
    @BeforeEach
    void step() throws IOException {
        run = KernelRun.of(ScenarioFile.read(SCENARIO));
        Stepper stepper = run.stepper();
        stepper.run(new Policy.Priority(List.of("lmkd")), List.of(), 30, Progress.NONE);
        stepper.jump(0);
        stepper.run(new Policy.RoundRobin(4), List.of(), 20, Progress.NONE);
        stepper.jump(12);
        stepper.run(new Policy.Priority(List.of("victim-2")), List.of(), 20, Progress.NONE);
        stepper.jump(14);
        run.settle();
    }

    @Test
    void comesBackWithEveryBranchUnderItsNumber_whereItStood() throws IOException {
        SavedRun.Restored back = SavedRun.of(run, 7, Map.of(9, "before the kill")).on(ScenarioFile.read(SCENARIO));
        RunTree tree = run.stepper().tree();
        RunTree again = back.run().stepper().tree();
        assertEquals(tree.size(), again.size());
        for (int node = 0; node < tree.size(); node++) {
            assertArrayEquals(tree.path(node), again.path(node));
            assertEquals(tree.children(node), again.children(node));
        }
        assertEquals(run.stepper().node(), back.run().stepper().node());
        assertEquals(run.stepper().tip(), back.run().stepper().tip());
        assertArrayEquals(run.stepper().state(), back.run().stepper().state());
        assertEquals(7, back.story());
        assertEquals(Map.of(9, "before the kill"), back.names());
        assertEquals("", back.remark());
    }

    @Test
    void comesBackOnItsKernelWithItsPatchesAndItsGhost() throws IOException {
        Scenario written = ScenarioFile.read(SCENARIO);
        KernelRun patched = run.elsewhere(Profile.V6_12, List.of("f"));
        patched.haunt(List.of("h"));
        SavedRun saved = SavedRun.of(patched, 0, Map.of());
        SavedRun.Restored back = saved.on(written);
        assertEquals(written.on(Profile.V6_12).patched(List.of("f")), back.run().scenario());
        assertEquals(Optional.of(List.of("h")), SavedRun.of(back.run(), 0, Map.of()).ghost());
        assertEquals(written, back.run().written());
    }

    @Test
    void ofAScenarioThatChanged_whatStillFitsIsKept_andItSaysWhereItStoppedFitting() throws IOException {
        String oneThread = Files.readString(SCENARIO).replace("\"threads\": 2", "\"threads\": 1");
        Scenario edited = ScenarioFile.parse("edited", oneThread);
        SavedRun saved = SavedRun.of(run, 0, Map.of(1, "the beginning", run.stepper().tip(), "the end"));
        SavedRun.Restored back = saved.on(edited);
        int first = firstOf("victim-1", run.stepper().tree().path(run.stepper().tip()));
        assertEquals("the run fits up to step " + first + " of " + run.stepper().tree().depth(run.stepper().tip())
                + "; then victim-1 is no longer there", back.remark());
        assertEquals(first, back.run().stepper().depth());
        assertEquals(Map.of(1, "the beginning"), back.names());
    }

    @Test
    void whatIsNoTreeIsRefused() throws IOException {
        Scenario written = ScenarioFile.read(SCENARIO);
        SavedRun odd = new SavedRun(Profile.V6_18, List.of(), Optional.empty(), List.of(new SavedRun.Branch(3, "lmkd")), 0, 0, 0, Map.of());
        ScheduleException refused = assertThrows(ScheduleException.class, () -> odd.on(written));
        assertTrue(String.valueOf(refused.getMessage()).contains("node 3"), refused.getMessage());
        SavedRun endless = new SavedRun(Profile.V6_18, List.of(), Optional.empty(), List.of(new SavedRun.Branch(0, "lmkd*999999999999")), 0, 0, 0, Map.of());
        assertThrows(ScheduleException.class, () -> endless.on(written));
    }

    private int firstOf(String name, int[] path) {
        for (int k = 0; k < path.length; k++) {
            if (run.machine().spec().tasks().get(path[k]).name().equals(name)) {
                return k;
            }
        }
        throw new AssertionError("no step of " + name);
    }
}
