package org.reapscope.ui.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;
import org.reapscope.kernel.Profile;
import org.reapscope.run.BreakCondition;
import org.reapscope.run.GhostRun;
import org.reapscope.run.RunMm;
import org.reapscope.scenario.ScenarioFile;

final class RunModelTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json");

    @SuppressWarnings("NullAway.Init")
    private RunModel model;

    @BeforeEach
    void open() throws IOException {
        model = new RunModel(SCENARIO, ScenarioFile.read(SCENARIO));
    }

    @Test
    void victimsFirst_runStopsWhereMreleaseReturnsEsrchWithMemoryHeld() {
        untilEsrch();
        assertTrue(model.happened().orElseThrow().properties().contains("esrch-harmful"));
        assertEquals("lmkd", model.happened().orElseThrow().taskName());
        assertTrue(model.news().get().contains("-ESRCH"), model.news().get());
    }

    @Test
    void backAndForwardShowTheSameRun() {
        untilEsrch();
        int depth = model.depth();
        long[] state = model.state().clone();
        model.back();
        assertEquals(depth - 1, model.depth());
        assertFalse(model.properties().stream().anyMatch(p -> p.name().equals("esrch-harmful") && p.holds()));
        model.step();
        assertEquals(depth, model.depth());
        assertArrayEquals(state, model.state());
    }

    @Test
    void aTaskThatWaitsDoesNotStep_andSaysForWhat() {
        RunTask blocked = model.tasks().stream().filter(t -> !t.choice().enabled()).findFirst().orElseThrow();
        assertFalse(blocked.choice().obstacle().isEmpty());
        model.step(blocked.task());
        assertEquals(0, model.depth());
    }

    @Test
    void theScheduleReplaysToTheSameState() {
        untilEsrch();
        String schedule = model.schedule();
        long[] state = model.state().clone();
        model.rewind();
        model.replay(schedule);
        assertEquals("", model.problem().get());
        assertArrayEquals(state, model.state());
        model.replay("nobody*3");
        assertTrue(model.problem().get().contains("nobody"));
        assertArrayEquals(state, model.state());
    }

    @Test
    void aScheduleOutOfAMailIsReplayed_andTheLinesThatAreNoneAreTold() {
        model.replay("Then it fails like this:\r\n> lmkd lmkd\r\n> lmkd*2\r\n");
        assertEquals("", model.problem().get());
        assertEquals(4, model.depth());
        assertEquals("Replayed 4 steps. Not read: line 1 (\u201cThen\u201d is no task).", model.news().get());
    }

    @Test
    void patchesThatContradictEachOtherAreRefusedWithTheReason_andNothingChanges() {
        model.step();
        model.change(Profile.V6_18, List.of("b", "c"));
        assertFalse(model.problem().get().isEmpty());
        assertEquals(List.of(), model.scenario().patches());
        assertEquals(1, model.depth());
    }

    @Test
    void aPatchKeepsTheScheduleAsFarAsItGoes() {
        model.policy().set(RunPolicy.ROUND_ROBIN);
        model.runToEnd();
        model.change(Profile.V6_18, List.of("f"));
        assertEquals(List.of("f"), model.scenario().patches());
        assertTrue(model.depth() > 0);
        assertTrue(model.news().get().contains("The same schedule"), model.news().get());
    }

    @Test
    void aKernelThatWasLeftKeepsItsBranches() {
        model.policy().set(RunPolicy.ROUND_ROBIN);
        model.runToEnd();
        model.rewind();
        model.policy().set(RunPolicy.VICTIM_FIRST);
        model.runToEnd();
        int nodes = model.tree().size();
        model.change(Profile.V6_18, List.of("f"));
        model.change(Profile.V6_18, List.of());
        assertEquals(nodes, model.tree().size());
    }

    @Test
    void theGhostSaysWhereItPartsFromTheRun_andGoesWithIt() {
        model.policy().set(RunPolicy.ROUND_ROBIN);
        model.runToEnd();
        model.haunt(List.of("f"));
        GhostRun ghost = model.ghost().orElseThrow();
        assertTrue(ghost.firstDifference() > 1, ghost.sentence());
        assertTrue(ghost.sentence().contains("(f)"), ghost.sentence());
        model.change(Profile.V6_18, List.of("k"));
        assertEquals(List.of("f"), model.ghost().orElseThrow().patches());
        model.haunt(null);
        assertTrue(model.ghost().isEmpty());
    }

    @Test
    void theRunStaysWhereItIsWhileALongMoveIsUnderWay_andWhenItIsCancelled() {
        List<Runnable> waiting = new ArrayList<>();
        model.runLongMovesOn(new Background() {
            @Override
            public <T> Runnable start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed, Consumer<Double> share) {
                waiting.add(() -> IMMEDIATE.start(job, done, failed, share));
                return waiting::clear;
            }
        });
        model.policy().set(RunPolicy.ROUND_ROBIN);
        model.runToEnd();
        assertTrue(model.longMove().running().get());
        model.step();
        assertEquals(0, model.depth());
        model.longMove().cancel();
        assertFalse(model.longMove().running().get());
        model.step();
        assertEquals(1, model.depth());
        model.runToEnd();
        waiting.getFirst().run();
        assertTrue(model.depth() > 1);
    }

    @Test
    void weightsOfTasks_decideWhoTakesMoreSteps() {
        model.policy().set(RunPolicy.CFS);
        model.scheduler().setValue("victim-1", 4096);
        model.runToEnd();
        int[] taken = new int[model.tasks().size()];
        for (int step = 0; step < 24; step++) {
            taken[model.path().task(step)]++;
        }
        assertTrue(taken[model.machine().spec().task("victim-1")] > taken[model.machine().spec().task("victim-2")]);
        model.policy().set(RunPolicy.PRIORITY);
        assertEquals(1, model.scheduler().value("victim-1"));
    }

    private void untilEsrch() {
        model.policy().set(RunPolicy.VICTIM_FIRST);
        model.breaks().setAll(new BreakCondition.FactHolds("esrch-harmful"));
        int lmkd = model.machine().spec().task("lmkd");
        while (model.tasks().stream().allMatch(t -> t.task() == lmkd || !t.choice().enabled())) {
            model.step(lmkd);
        }
        while (RunMm.of(model.machine(), model.state(), 0).threadsWithoutMm() < 2) {
            model.step();
        }
        model.policy().set(RunPolicy.KILLER_FIRST);
        model.run();
    }
}
