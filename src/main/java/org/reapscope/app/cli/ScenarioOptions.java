package org.reapscope.app.cli;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Scenario;
import picocli.CommandLine.Option;

/** Which scenario, on which kernel, in which size: what several commands take. */
final class ScenarioOptions extends SizedScenario {

    @Option(names = "--profile", paramLabel = "KERNEL", completionCandidates = Candidates.Kernels.class, description = "6.12, 6.18 or 7.3 instead of the scenario's own.")
    private @Nullable String profile;

    @Option(names = "--patches", paramLabel = "IDS", completionCandidates = Candidates.Patches.class, description = "Patches instead of the scenario's own, as in f,j; or none.")
    private @Nullable String patches;

    /** The scenario, with what the options change. */
    Scenario scenario() throws IOException {
        return patched(patches);
    }

    /** The scenario with these patches, or with its own for null. */
    Scenario patched(@Nullable String ids) throws IOException {
        Scenario scenario = sized();
        if (scenario.litmus().isPresent() && (profile != null || ids != null)) {
            throw new ModelException(scenario.id() + " is a small program without a kernel; leave out --profile and --patches");
        }
        if (profile != null) {
            scenario = scenario.on(Profile.of(profile));
        }
        if (ids == null) {
            return scenario;
        }
        List<String> applied = KernelPatches.parse(ids).stream().map(KernelPatch::id).toList();
        return scenario.patched(applied);
    }
}
