package org.reapscope.explore.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Cancelled;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

final class MatrixTest {

    private static final Budget BUDGET = new Budget(1L << 28, 1);

    private static Scenario scenario(String id) throws IOException {
        return ScenarioFile.read(Path.of("samples/scenarios/" + id + ".json"));
    }

    private static Matrix compare(String id, String patchSets, Request request, String... properties) throws IOException {
        Scenario scenario = scenario(id);
        return Matrix.of(scenario, Variant.all(List.of(scenario.profile()), patchSets), List.of(properties), request, BUDGET,
                Matrix.Listener.NONE);
    }

    private static List<Verdict> row(Matrix matrix, int property) {
        return matrix.columns().stream().map(c -> c.cells().get(property).verdict()).toList();
    }

    @Test
    void theTableOfTheDiscussionComesOut() throws IOException {
        Verdict possible = Verdict.POSSIBLE;
        Verdict never = Verdict.NEVER;
        assertEquals(List.of(possible, never, never, never, never, never, never, possible, possible),
                row(compare("kill-then-mrelease", "none,b,c,d,v3,h,f,g,k", Request.VERDICTS, "esrch"), 0));
        assertEquals(List.of(possible, possible, possible, possible, possible, possible, never, possible, possible),
                row(compare("already-exiting", "none,b,c,d,v3,h,f,g,k", Request.VERDICTS, "esrch"), 0));
        assertEquals(List.of(never, Verdict.ALWAYS, never, never, never),
                row(compare("vfork-child", "none,d,f,g,k", Request.VERDICTS, "shared-reap"), 0));
        Matrix reader = compare("smaps-reader-pins-mm", "none,d,f,g,k", Request.VERDICTS, "teardown-in-reader",
                "reader-roadblock");
        assertEquals(List.of(possible, possible, possible, never, possible), row(reader, 0));
        assertEquals(List.of(never, never, never, possible, never), row(reader, 1));
        assertTrue(reader.columns().stream().allMatch(Column::exact));
    }

    @Test
    void aWitnessOfEveryPossibleCellReplaysToWhatItShows() throws IOException {
        Matrix matrix = compare("three-cpu-chart", "none,d,f,g", Request.STANDARD, "esrch-harmful", "teardown-in-reader");
        int shown = 0;
        for (Column column : matrix.columns()) {
            for (int row = 0; row < 2; row++) {
                Cell cell = column.cells().get(row);
                assertEquals(cell.verdict() == Verdict.POSSIBLE, cell.shortest() != null, column.variant() + " row " + row);
                if (cell.shortest() != null) {
                    Machine machine = ScenarioSystem.toStep(column.variant().applied(matrix.scenario())).spec().build();
                    Stepper stepper = new Stepper(machine);
                    stepper.replay(ScheduleText.parse(machine, cell.schedule()));
                    assertTrue(machine.holds(matrix.properties().get(row), stepper.state(), 0), cell.schedule());
                    assertTrue(Objects.requireNonNull(cell.probability()) > 0);
                    shown++;
                }
            }
        }
        assertTrue(shown >= 4, shown + " witnesses");
    }

    @Test
    void patchesThatContradictEachOtherAreAColumnWithTheReason_andTheOthersAreAnswered() throws IOException {
        Matrix matrix = compare("three-cpu-chart", "none,d+v2,f+j,f", Request.VERDICTS, "esrch-harmful");
        assertEquals(List.of(Verdict.POSSIBLE, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.NEVER), row(matrix, 0));
        assertTrue(matrix.columns().get(1).refusal().contains("contradict"), matrix.columns().get(1).refusal());
        assertTrue(matrix.columns().get(2).refusal().contains("does not apply to 6.18"), matrix.columns().get(2).refusal());
        assertEquals("d+v2", matrix.columns().get(1).variant().patchSet());
        assertNull(matrix.cell(0, 1).answer());
    }

    @Test
    void releasesAreColumnsToo() throws IOException {
        Scenario scenario = scenario("frozen-victim-oom");
        Matrix matrix = Matrix.of(scenario, Variant.all(List.of(Profile.V6_12, Profile.V6_18), "none"), List.of("frozen-delay"),
                Request.VERDICTS, BUDGET, Matrix.Listener.NONE);
        assertEquals(List.of("6.12 none", "6.18 none"), matrix.columns().stream().map(c -> c.variant().toString()).toList());
        assertEquals(List.of(Verdict.POSSIBLE, Verdict.NEVER), row(matrix, 0));
    }

    @Test
    void aPropertyThatNoKernelUnderstandsIsRefusedBeforeAnythingIsExplored() {
        List<Integer> begun = new ArrayList<>();
        PropertyException e = assertThrows(PropertyException.class, () -> Matrix.of(scenario("three-cpu-chart"),
                Variant.all(List.of(Profile.V6_18), "none,f"), List.of("esrch", "esrhc"), Request.VERDICTS, BUDGET,
                (column, status) -> begun.add(column)));
        assertTrue(String.valueOf(e.getMessage()).contains("esrhc"));
        assertEquals(List.of(), begun);
    }

    @Test
    void aStepThatOnlyOneKernelHasIsAskedForOnlyThere() throws IOException {
        Matrix matrix = compare("three-cpu-chart", "none,h", Request.VERDICTS, "reach(step(lmkd) == process_mrelease)");
        assertEquals(Verdict.ALWAYS, row(matrix, 0).getFirst());
        assertNotNull(matrix.cell(0, 1));
    }

    @Test
    void isHeardOfAndCancelled() throws IOException {
        List<Integer> done = new ArrayList<>();
        Matrix.Listener listener = new Matrix.Listener() {
            @Override
            public void at(int column, Status status) {
                if (column == 1) {
                    throw new Cancelled();
                }
            }

            @Override
            public void done(int column, Column found) {
                done.add(column);
            }
        };
        Scenario scenario = scenario("kill-then-mrelease");
        assertThrows(Cancelled.class, () -> Matrix.of(scenario, Variant.all(List.of(Profile.V6_18), "none,f,g"),
                List.of("esrch"), Request.FULL, BUDGET, listener));
        assertEquals(List.of(0), done);
    }
}
