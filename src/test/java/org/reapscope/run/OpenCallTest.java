package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

/** A diagram of a failure ends with the call that failed. */
final class OpenCallTest {

    @Test
    void aCallThatHasFailedComesBack_andItsResultIsTheLastThingToBeSeen() throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios/kill-then-mrelease.json"));
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        for (int task : ScheduleText.parse(machine, scenario.schedule())) {
            stepper.step(task);
            if (machine.holds("esrch-harmful", stepper.state(), 0)) {
                break;
            }
        }
        int[] decided = stepper.path();
        int[] whole = OpenCall.returned(machine, decided);
        assertTrue(lastLines(machine, whole, scenario.cpus()).contains("sys_process_mrelease -> 0xfffffffffffffffd"));
        assertArrayEquals(decided, Arrays.copyOf(whole, decided.length));
    }

    @Test
    void whereNoCallIsOpen_nothingIsAdded() throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios/litmus/lost-update.json"));
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        stepper.run(PolicyText.parse(machine, "round-robin", 1), List.of(), 3, Progress.NONE);
        assertArrayEquals(stepper.path(), OpenCall.returned(machine, stepper.path()));
    }

    private static String lastLines(Machine machine, int[] path, int cpus) throws IOException {
        StringBuilder text = new StringBuilder();
        FtraceWriter.write(machine, path, cpus, text);
        return text.substring(Math.max(0, text.length() - 600));
    }
}
