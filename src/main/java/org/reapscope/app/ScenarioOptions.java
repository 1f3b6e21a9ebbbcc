package org.reapscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Overrides;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, on which kernel, in which size: what several commands take. */
final class ScenarioOptions {

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, or the name of one that comes with the program.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--profile", paramLabel = "KERNEL", description = "6.12, 6.18 or 7.3 instead of the scenario's own.")
    private @Nullable String profile;

    @Option(names = "--patches", paramLabel = "IDS", description = "Patches instead of the scenario's own, as in f,j; or none.")
    private @Nullable String patches;

    @Option(names = "--threads", description = "Threads of the first process.")
    private int threads;

    @Option(names = "--tables", description = "Page tables of the first process.")
    private int tables;

    @Option(names = "--readers", description = "Readers of /proc.")
    private int readers;

    /** The scenario, with what the options change. */
    Scenario scenario() throws IOException {
        return patched(patches);
    }

    /** The scenario with these patches, or with its own for null. */
    Scenario patched(@Nullable String ids) throws IOException {
        Scenario scenario = new Overrides(threads, tables, readers).applied(ScenarioFile.read(file()));
        if (profile != null) {
            scenario = scenario.on(Profile.of(profile));
        }
        if (ids == null) {
            return scenario;
        }
        List<String> applied = KernelPatches.parse(ids).stream().map(KernelPatch::id).toList();
        return scenario.patched(applied);
    }

    /** Whether a scenario was named, and not a capture. */
    boolean isScenario() {
        return file().toString().endsWith(".json");
    }

    /** The file that was named, or the sample with that name: a scenario, or where there is none, a capture. */
    Path file() {
        return Samples.named(Path.of(name));
    }
}
