package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.run.PolicyText;
import org.reapscope.run.RunMoment;
import picocli.CommandLine.Option;

/** Where a scenario's run stands in a picture. */
final class RunMomentOptions {

    @Option(names = "--profile", paramLabel = "KERNEL", completionCandidates = Candidates.Kernels.class, description = "Of a scenario: 6.12, 6.18 or 7.3 instead of its own.")
    private @Nullable String profile;

    @Option(names = "--patches", paramLabel = "IDS", completionCandidates = Candidates.Patches.class, description = "Of a scenario: patches instead of its own, as in f,j; or none.")
    private @Nullable String patches;

    @Option(names = "--ghost", paramLabel = "IDS", completionCandidates = Candidates.Patches.class, description = "Of a scenario: other patches over the run, on the same schedule; or none.")
    private @Nullable String ghost;

    @Option(names = "--schedule", paramLabel = "TEXT", description = "Of a scenario: the steps to take, or the file @FILE that holds them.")
    private String schedule = "";

    @Option(names = "--policy", description = {
        "Of a scenario, without a schedule: who steps, round-robin if not said, or one of", PolicyText.NAMES})
    private String policy = "";

    @Option(names = "--to", paramLabel = "N", converter = WholeNumber.FromZero.class, description = "Of a scenario: show it after N steps; after all of the schedule if not said.")
    private @Nullable Integer to;

    /** The files that are read for a document with these options. */
    List<Path> inputs(Path file) {
        return InputFiles.of(file, schedule);
    }

    RunMoment moment() throws IOException {
        String steps = TextArgument.of(schedule);
        return new RunMoment(Optional.ofNullable(profile).map(Profile::of), ids(patches), ids(ghost), steps, policy,
                to == null ? OptionalInt.empty() : OptionalInt.of(to));
    }

    private static Optional<List<String>> ids(@Nullable String text) {
        return Optional.ofNullable(text).map(t -> KernelPatches.parse(t).stream().map(KernelPatch::id).toList());
    }
}
