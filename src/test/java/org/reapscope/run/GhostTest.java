package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

final class GhostTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json");

    private final Scenario scenario;
    private final Machine first;
    private final Stepper stepper;

    GhostTest() throws IOException {
        scenario = ScenarioFile.read(SCENARIO);
        first = ScenarioSystem.toStep(scenario).spec().build();
        stepper = new Stepper(first);
        stepper.run(new Policy.RoundRobin(4), List.of(), 10_000, Progress.NONE);
    }

    @Test
    void theSamePatches_neverPart() {
        Ghost ghost = ghost(List.of());
        assertTrue(ghost.difference().isEmpty());
        for (int depth = 0; depth <= ghost.length(); depth++) {
            assertArrayEquals(stepper.tree().state(stepper.tree().at(stepper.tip(), depth)), ghost.state(depth));
        }
    }

    @Test
    void patchF_partsWhereExitMmHasAnotherStep_andUpToThereBothTookTheSameSteps() {
        Ghost ghost = ghost(List.of("f"));
        Ghost.Difference difference = ghost.difference().orElseThrow();
        assertNotEquals(difference.first(), difference.second());
        for (int step = 0; step < difference.step(); step++) {
            assertFalse(ghost.skipped(step));
            assertEquals(first.next(state(step), 0, stepper.path()[step]).orElseThrow().step().id(),
                    ghost.machine().next(ghost.state(step), 0, ghost.task(stepper.path()[step])).orElseThrow().step().id());
        }
    }

    @Test
    void stepwiseOrAtOnce_theGhostIsTheSame() {
        Ghost atOnce = ghost(List.of("k"));
        Ghost stepwise = new Ghost(first, atOnce.machine());
        for (int length = 0; length <= stepper.path().length; length += 3) {
            stepwise.follow(Arrays.copyOf(stepper.path(), length), this::state);
        }
        stepwise.follow(stepper.path(), this::state);
        assertEquals(atOnce.difference(), stepwise.difference());
        assertArrayEquals(atOnce.state(atOnce.length()), stepwise.state(stepwise.length()));
    }

    @Test
    void goingBackBeforeTheDifference_takesItAway() {
        Ghost ghost = ghost(List.of("f"));
        int parting = ghost.difference().orElseThrow().step();
        ghost.follow(Arrays.copyOf(stepper.path(), parting), this::state);
        assertTrue(ghost.difference().isEmpty());
        ghost.follow(stepper.path(), this::state);
        assertEquals(parting, ghost.difference().orElseThrow().step());
    }

    @Test
    void itTellsHowTheOtherRunEnds_withWhatTheCallReturnsAndWhatIsFreed() throws IOException {
        KernelRun run = KernelRun.of(ScenarioFile.read(SCENARIO));
        run.stepper().replay(ScheduleText.parse(run.machine(), "lmkd*11 victim-1*11 victim-2*11 lmkd*2"));
        run.haunt(List.of("f"));
        run.settle();
        assertEquals("After all 35 steps, there: lmkd's process_mrelease has not returned, 4 MiB of victim not freed; "
                + "here: lmkd's process_mrelease returned -ESRCH, 4 MiB of victim not freed.", Objects.requireNonNull(run.ghost()).ending());
        run.stepper().run(new Policy.Priority(List.of()), List.of(), 200, Progress.NONE);
        run.settle();
        GhostRun other = Objects.requireNonNull(run.ghost());
        assertEquals("After all 74 steps, there: lmkd's process_mrelease returned 0, the memory of victim is freed; "
                + "here: lmkd's process_mrelease returned -ESRCH, the memory of victim is freed.", other.ending());
        assertTrue(other.sentence().endsWith(other.ending()), other.sentence());
    }

    private Ghost ghost(List<String> patches) {
        Ghost ghost = new Ghost(first, ScenarioSystem.toStep(scenario.patched(patches)).spec().build());
        ghost.follow(stepper.path(), this::state);
        return ghost;
    }

    private long[] state(int depth) {
        return stepper.tree().state(stepper.tree().at(stepper.tip(), depth));
    }
}
