package org.reapscope.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javafx.collections.FXCollections;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.compare.Transplant;
import org.reapscope.kernel.Profile;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.run.RunModel;

final class CompareModelTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/three-cpu-chart.json");

    private final Waiting background = new Waiting();

    @SuppressWarnings("NullAway.Init")
    private RunModel run;

    @SuppressWarnings("NullAway.Init")
    private CompareModel model;

    @BeforeEach
    void openTheChartOfThreeCpus() throws IOException {
        run = new RunModel(SCENARIO, ScenarioFile.read(SCENARIO));
        model = new CompareModel(run, FXCollections.observableArrayList("esrch-harmful", "pinned-teardown"), background);
    }

    private void compare(String sets) {
        model.patchSets().set(sets);
        model.start();
        assertTrue(model.running().get());
        background.work();
        assertFalse(model.running().get());
        assertEquals("", model.problem().get());
    }

    private Verdict verdict(int row, int column) {
        return model.columns().get(column).cells().get(row).verdict();
    }

    @Test
    void withoutBeingTold_noPatchAndEachThatAppliesAreCompared() {
        assertEquals("none", model.sets().getFirst());
        assertTrue(model.sets().containsAll(List.of("d", "f", "g", "h")), model.sets()::toString);
    }

    @Test
    void exitMmPointerEndsEsrch_andItsColumnSaysNever_withTheBound() {
        compare("none, f");
        assertEquals(Verdict.POSSIBLE, verdict(0, 0));
        assertEquals(Verdict.NEVER, verdict(0, 1));
        assertEquals(Verdict.POSSIBLE, verdict(1, 1));
        assertEquals("Proved for 3 tasks, 1 address space, 1 page table.", model.words().get());
    }

    @Test
    void aCellOpensItsWitnessOnItsKernel() {
        compare("none, f");
        model.open(1, 1);
        assertEquals(List.of("f"), run.scenario().patches());
        assertTrue(run.machine().holds("pinned-teardown", run.state(), 0));
        model.open(0, 0);
        assertEquals(List.of(), run.scenario().patches());
        assertTrue(run.machine().holds("esrch-harmful", run.state(), 0));
        assertFalse(model.outdated(), "the kernel is what is compared");
    }

    @Test
    void theWitnessOfEsrchTriedWithThePatch_stopsWhereThePatchDiffers() {
        compare("none, f");
        model.transplant(0, 0, 1);
        background.work();
        CompareModel.Tried tried = Objects.requireNonNull(model.tried());
        Transplant.Difference difference = Objects.requireNonNull(tried.transplant().difference());
        assertTrue(difference.at() < tried.steps());
        assertFalse(difference.from().sentence().isEmpty() || difference.to().sentence().isEmpty());
        model.openTried();
        assertEquals(List.of("f"), run.scenario().patches());
        assertEquals(tried.transplant().followed().length, run.depth());
    }

    @Test
    void patchesThatContradictEachOtherAreARefusedColumn_andAnUnknownOneIsAComplaint() {
        compare("none, f+g, c+c-described");
        assertTrue(model.columns().stream().anyMatch(c -> c.refusedBecause().isPresent()), () -> model.columns().toString());
        model.patchSets().set("none, zz");
        model.start();
        assertFalse(model.running().get());
        assertTrue(model.problem().get().contains("no patch is called 'zz'"), model.problem().get());
    }

    @Test
    void kernelsAreComparedToo_andACancelledComparisonKeepsWhatIsDone() {
        model.profiles().setAll(Profile.V6_12, Profile.V6_18);
        compare("none");
        assertEquals(List.of("6.12 none", "6.18 none"), model.columns().stream().map(c -> c.variant().toString()).toList());
        model.start();
        model.cancel();
        background.work();
        assertEquals("Cancelled.", model.words().get());
    }
}
