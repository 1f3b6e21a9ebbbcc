package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.run.BranchRow;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPolicy;
import org.reapscope.ui.run.ValueRow;
import org.reapscope.ui.run.ValueRows;

/** What the tables below a run show: branches, and values under their steps. */
final class RunTablesTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json");

    @SuppressWarnings("NullAway.Init")
    private RunModel model;

    @BeforeEach
    void open() throws IOException {
        model = new RunModel(SCENARIO, ScenarioFile.read(SCENARIO));
        model.policy().set(RunPolicy.ROUND_ROBIN);
        model.runToEnd();
    }

    @Test
    void stepsOfOneTaskInARowAreFolded_andCoverTheBranch() {
        BranchRow only = BranchRow.of(model.tree()).getFirst();
        assertEquals(model.depth(), only.segments().getLast().to());
        for (int s = 1; s < only.segments().size(); s++) {
            assertEquals(only.segments().get(s - 1).to(), only.segments().get(s).from());
            assertTrue(only.segments().get(s - 1).task() != only.segments().get(s).task());
        }
    }

    @Test
    void choosingOtherwiseBeginsARow_thatKnowsWhereItLeaves() {
        int depth = model.depth();
        while (model.choices().size() < 2) {
            model.back();
        }
        int fork = model.depth();
        int next = model.path().task(fork);
        model.step(model.choices().stream().filter(c -> c.task() != next).findFirst().orElseThrow().task());
        List<BranchRow> rows = BranchRow.of(model.tree());
        assertEquals(2, rows.size());
        assertEquals(fork, rows.get(1).fork());
        assertEquals(0, rows.get(1).parent());
        assertTrue(rows.get(1).has(model.tree(), model.node()));
        assertFalse(rows.get(0).has(model.tree(), model.node()));
        model.name(model.tip(), "the other way");
        model.select(rows.get(0).tip());
        assertEquals(depth, model.depth());
        assertEquals("the other way", model.nameOf(rows.get(1).tip()));
    }

    @Test
    void everyCellThatAStepChangesHasARowThatChangesThere() {
        List<ValueRow> rows = ValueRows.of(model.path(), model.vmas());
        long[] changed = ValueRows.changed(model.path());
        for (int depth = 1; depth <= model.path().length(); depth++) {
            long[] before = model.path().state(depth - 1);
            long[] after = model.path().state(depth);
            for (var change : model.happened(depth).changes()) {
                ValueRow row = rows.stream().filter(r -> r.title().equals(change.name())).findFirst().orElseThrow();
                assertTrue(ValueRows.changes(model.machine(), row, changed), row.title());
                assertFalse(row.text().apply(before).equals(row.text().apply(after)), row.title() + " at " + depth);
            }
        }
        assertTrue(rows.stream().anyMatch(r -> r.group() == ValueRow.Group.VMAS && r.title().startsWith("heap")));
        assertTrue(rows.stream().anyMatch(r -> r.group() == ValueRow.Group.LOCKS));
    }

    @Test
    void aVmasRowCountsItsPages_mappedThenGatheredThenGone() {
        ValueRow heap = ValueRows.of(model.path(), model.vmas()).stream()
                .filter(r -> r.group() == ValueRow.Group.VMAS && r.title().startsWith("heap")).findFirst().orElseThrow();
        assertEquals("512 0 0", heap.text().apply(model.path().state(0)));
        assertEquals("0 0 512", heap.text().apply(model.path().state(model.path().length())));
    }
}
