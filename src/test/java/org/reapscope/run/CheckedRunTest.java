package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

final class CheckedRunTest {

    @Test
    void everySampleHoldsItsInvariants_onRunsOfManyKinds() throws IOException {
        try (var files = Files.list(Path.of("samples/scenarios"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                Machine machine = ScenarioSystem.toStep(ScenarioFile.read(file)).spec().build();
                for (int seed = 0; seed < 20; seed++) {
                    Stepper stepper = new Stepper(machine);
                    stepper.run(new Policy.Random(seed), List.of(), 2_000, Progress.NONE);
                    assertEquals(Optional.empty(), CheckedRun.of(machine, stepper.path()), file + ", seed " + seed);
                }
            }
        }
    }

    @Test
    void aReferenceThatWasNotTaken_isTold() throws IOException {
        MachineSpec spec = ScenarioSystem.toStep(ScenarioFile.read(Path.of("samples/scenarios/kill-then-mrelease.json"))).spec();
        List<MachineSpec.Initial> initial = spec.initial().stream().map(i -> !i.field().equals(MmFields.MM_USERS) ? i
                : new MachineSpec.Initial(i.field(), i.index(), i.value() - 1)).toList();
        Machine machine = new MachineSpec(spec.programs(), spec.tasks(), spec.names(), initial, spec.facts(), spec.keepAll(),
                spec.grain()).build();
        CheckedRun.Broken broken = CheckedRun.of(machine, new int[0]).orElseThrow();
        assertEquals(0, broken.step());
        assertTrue(broken.invariants().contains("every thread with an mm holds mm_users"), broken::toString);
    }
}
