package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Overrides;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

final class RunDiagramTest {

    private static final Path SCENARIOS = Path.of("samples/scenarios");

    /** Minchan Kim, May 19 2026: CPU A sends SIGKILL, CPU B clears task->mm, process_mrelease returns -ESRCH. */
    @Test
    void theShortestWayToEsrchIsTheDiagramOfTheMailOfMay19() throws IOException {
        assertEquals("""
                  CPU A (lmkd)                        CPU B (victim)
                  ------------                        --------------
                  pidfd_send_signal(SIGKILL)
                  complete_signal()
                    the whole group is to die
                    = 0
                  process_mrelease()
                                                      exit_to_user_mode_loop()
                                                        gets a CPU
                                                      get_signal()
                                                        takes the signal, or freezes
                                                      exit_mm()
                                                        task->mm = NULL
                  find_lock_task_mm()
                    a thread that still has an mm?
                !!  = -ESRCH
                """, witness("kill-then-mrelease", "esrch", 1));
    }

    @Test
    void aLockSomebodyWaitsForIsShownWithItsHolder_oneThatNobodyWaitsForIsNot() throws IOException {
        String diagram = witness("opposite-walks", "pte-collision", 1);
        assertTrue(diagram.contains("pte_offset_map_lock()\n"), diagram);
        assertTrue(diagram.contains("<waits for ptlock, held by lmkd>"), diagram);
        assertTrue(!diagram.contains("siglock"), diagram);
    }

    @Test
    void numbersThatAnotherTaskComesToSeeAreTold() throws IOException {
        String diagram = witness("three-cpu-chart", "teardown-in-reader", 1);
        assertTrue(diagram.contains("mm_users 1 -> 2") && diagram.contains("2 -> 1"), diagram);
        assertTrue(diagram.startsWith("  CPU A (reader)"), diagram);
    }

    @Test
    void moreThanThreeTasksShareColumnsByProcess() throws IOException {
        String diagram = witness("kill-then-mrelease", "esrch", 4);
        assertTrue(diagram.startsWith("  lmkd  "), diagram);
        assertTrue(diagram.contains("victim-4: exit_mm()"), diagram);
        diagram.lines().forEach(line -> assertTrue(line.length() <= MailDiagram.WIDTH, line));
    }

    private static String witness(String name, String property, int threads) throws IOException {
        Scenario scenario = new Overrides(threads, 0, 0).applied(ScenarioFile.read(SCENARIOS.resolve(name + ".json")));
        Witness shortest = Explorer.explore(ScenarioSystem.toExplore(scenario).spec(), List.of(property),
                new Request(false, false, 0, true), Budget.standard(), Status.Listener.NONE).answers().getFirst().shortest();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        return RunDiagram.of(machine, java.util.Objects.requireNonNull(shortest).schedule(), scenario.cpus()).toString();
    }
}
