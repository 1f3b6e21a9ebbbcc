package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.reapscope.base.file.InputFile;
import org.reapscope.base.json.JsonHead;
import org.reapscope.document.Samples;
import org.reapscope.scenario.Overrides;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, in which size. */
class SizedScenario {

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, - for standard input, or the name of one that comes with the program.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the first process.")
    private int threads;

    @Option(names = "--tables", paramLabel = "N", description = "Page tables of the first process.")
    private int tables;

    @Option(names = "--readers", paramLabel = "N", description = "Readers of /proc.")
    private int readers;

    /** The scenario in that size, on its own kernel. */
    final Scenario sized() throws IOException {
        return new Overrides(threads, tables, readers).applied(ScenarioFile.read(file()));
    }

    /** Whether a scenario or a lesson was named, and not a capture. */
    final boolean isScenario() throws IOException {
        return file().toString().endsWith(".json") || JsonHead.of(file()).json();
    }

    /** What was named, as people know it. */
    final String shown() throws IOException {
        return InputFile.shown(file());
    }

    /** The file that was named, or the sample with that name: a scenario, or where there is none, a capture. */
    final Path file() throws IOException {
        return Samples.named(Path.of(name));
    }
}
