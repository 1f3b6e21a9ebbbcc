package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.InputFile;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.Samples;
import org.reapscope.run.RunOrigin;
import org.reapscope.scenario.Overrides;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, in which size. */
class SizedScenario {

    @Parameters(paramLabel = "SCENARIO", completionCandidates = Candidates.Scenarios.class, description = "A scenario file, - for standard input, or the name of one that comes with the program.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--threads", paramLabel = "N", converter = WholeNumber.Size.class, description = "Threads of the first process.")
    private @Nullable Integer threads;

    @Option(names = "--tables", paramLabel = "N", converter = WholeNumber.Size.class, description = "Page tables of the first process.")
    private @Nullable Integer tables;

    @Option(names = "--readers", paramLabel = "N", converter = WholeNumber.Size.class, description = "Readers of /proc.")
    private @Nullable Integer readers;

    /** The scenario in that size, on its own kernel. */
    final Scenario sized() throws IOException {
        Mistaken.requireScenario(file(), shown());
        return new Overrides(orOwn(threads), orOwn(tables), orOwn(readers)).applied(ScenarioFile.read(file()));
    }

    /** Where a run of this scenario comes from. */
    final RunOrigin origin(Scenario scenario, String policy, OptionalLong seed) {
        return new RunOrigin(name, scenario, said(threads), said(tables), said(readers), policy, seed);
    }

    private static OptionalInt said(@Nullable Integer size) {
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }

    private static int orOwn(@Nullable Integer size) {
        return size == null ? 0 : size;
    }

    /** What was named. */
    final DocumentKind kind() throws IOException {
        return DocumentKind.of(file());
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
