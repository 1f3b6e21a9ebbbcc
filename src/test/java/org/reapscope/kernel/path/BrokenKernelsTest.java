package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

/** What must never be is seen where a kernel is broken on purpose: a fact that cannot come to hold proves nothing. */
final class BrokenKernelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"use-after-free", "double-zap", "deadlock"})
    void theRealKernelDoesNoSuchThing(String fact) throws IOException {
        assertEquals("never", happens(fact, List.of()));
    }

    @Test
    void exitMmapWithoutTheLocksOfPageTables_zapsWhereAnotherMayBe() throws IOException {
        assertEquals("always", happens("double-zap", List.of(idle("__mmput", "M7b"), idle("__mmput", "M7f"))));
    }

    @Test
    void aReaperWithoutTheLocksOfPageTables_zapsWhereTheTeardownMayBe() throws IOException {
        assertNotEquals("never", happens("double-zap", List.of(idle("__oom_reap_task_mm", "P12b"), idle("__oom_reap_task_mm", "P12f"))));
    }

    @Test
    void aTeardownThatWaitsForNoReader_isWalkedAfterItsEnd() throws IOException {
        assertEquals("possible", happens("use-after-free",
                List.of(idle("__mmput", "M10"), new Edit.Remove("__mmput", "M10w"), idle("__mmput", "M14"))));
    }

    @Test
    void aReaperThatKeepsMmapLock_keepsTheTeardownFromItForEver() throws IOException {
        assertEquals("possible", happens("deadlock", List.of(idle("process_mrelease", "P15"))));
    }

    /** The step stands where it stood and does nothing. */
    private static Edit idle(String program, String line) throws IOException {
        MicroStep step = spec("deadlock").programs().get(program).step(line);
        return new Edit.Replace(program, line, List.of(MicroStep.step(line, step.function()).title(step.title()).build()));
    }

    private static MachineSpec spec(String fact) throws IOException {
        return ScenarioSystem.toExplore(ScenarioFile.read(Path.of("samples/scenarios/opposite-walks.json")).watching(List.of(fact))).spec();
    }

    private static String happens(String fact, List<Edit> edits) throws IOException {
        MachineSpec spec = spec(fact);
        MachineSpec broken = spec.withPrograms(spec.programs().edited(edits));
        return Explorer.explore(broken, List.of(fact), Request.VERDICTS, Budget.standard(), Status.Listener.NONE)
                .answers().getFirst().verdict().name().toLowerCase(Locale.ROOT);
    }
}
