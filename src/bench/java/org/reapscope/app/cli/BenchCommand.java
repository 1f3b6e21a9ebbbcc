package org.reapscope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.app.fuzz.FuzzCampaign;
import org.reapscope.base.job.Progress;
import org.reapscope.picture.PaintBenchmark;
import org.reapscope.picture.PaintFigures;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.format.LoadBenchmark;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.run.StepBenchmark;
import org.reapscope.run.StepFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import org.reapscope.document.Samples;

/** Measures the program on the machine it runs on. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures reading, painting and searching on this machine.")
final class BenchCommand implements Callable<Integer> {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    @Override
    public Integer call() throws Exception {
        load(1000, null);
        if (!System.out.checkError()) {
            paint(10_000_000, 400);
        }
        return System.out.checkError() ? 0 : explore(3);
    }

    @Command(name = "load", mixinStandardHelpOptions = true,
            description = "Reads a large capture, made by repeating a real one, from the file to the findings.")
    int load(
            @Option(names = "--megabytes", converter = WholeNumber.Size.class, defaultValue = "1000", description = "Size of the text; ${DEFAULT-VALUE} if not said.") int megabytes,
            @Option(names = "--capture", description = "The capture that is repeated; the first sample if not said.") @Nullable Path capture)
            throws Exception {
        Path real = capture == null ? Samples.folder().resolve("captures/lmkd-smaps.txt.gz") : capture;
        Path large = Files.createTempFile("reapscope-bench", ".txt");
        try {
            LoadBenchmark.repeat(real, large, megabytes * 1_000_000L, Progress.NONE);
            long bytes = Files.size(large);
            for (int run = 1; run <= 3 && !System.out.checkError(); run++) {
                run(large, bytes, run);
            }
        } finally {
            Files.delete(large);
        }
        return 0;
    }

    private static void run(Path file, long bytes, int run) throws Exception {
        long start = System.nanoTime();
        Trace trace = Captures.open(file);
        long read = System.nanoTime();
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        Analysis analysis = Analysis.of(trace, lanes, Progress.NONE);
        double toTrace = (read - start) / 1e9;
        double toFindings = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT,
                "load %d: %.0f MB, %.1f M events, %,d findings: to the trace %.2f s, to the findings %.2f s = %.0f MB/s, %.2f M events/s, %.1f bytes an event%n",
                run, bytes / 1e6, trace.size() / 1e6, analysis.findings().size(), toTrace, toFindings, bytes / toFindings / 1e6,
                trace.size() / toFindings / 1e6, (double) (trace.bytes() + lanes.bytes()) / trace.size());
        trace.lines().close();
    }

    @Command(name = "paint", mixinStandardHelpOptions = true, description = "Builds frames of a large trace while panning and zooming.")
    int paint(
            @Option(names = "--events", converter = WholeNumber.Size.class, defaultValue = "10000000", description = "Events; ${DEFAULT-VALUE} if not said.") int events,
            @Option(names = "--frames", converter = WholeNumber.Size.class, defaultValue = "400", description = "Frames; ${DEFAULT-VALUE} if not said.") int frames) {
        PaintFigures f = PaintBenchmark.run(events, WIDTH, HEIGHT, frames, Progress.NONE);
        System.out.printf(Locale.ROOT,
                "paint: %.1f M events in %d lanes at %dx%d: a frame %.2f ms (p50), %.2f ms (p99), %.2f ms (p99 of processor time), %,.0f bytes allocated a frame; lanes built in %.0f ms, %.1f bytes an event%n",
                f.events() / 1e6, f.lanes(), f.width(), f.height(), f.p50Ms(), f.p99Ms(), f.cpuP99Ms(), f.bytesPerFrame(),
                f.buildLanesMs(), f.bytesPerEvent());
        System.out.printf(Locale.ROOT,
                "panned: a frame that moves %.2f ms of processor time (p50), drawn anew %.2f ms: %.2f of it; %,.0f bytes allocated a frame%n",
                f.movedMs(), f.drawnMs(), f.movedMs() / f.drawnMs(), f.bytesPerMove());
        return 0;
    }

    @Command(name = "explore", mixinStandardHelpOptions = true, description = {
        "Searches every state on one core and on all, by reduction, and for lamps.",
        "Where spin and gcc are installed SPIN searches the same models in between: some minutes."})
    int explore(@Option(names = "--runs", converter = WholeNumber.Size.class, defaultValue = "3", description = "Runs of which the median counts; ${DEFAULT-VALUE} if not said.") int runs)
            throws Exception {
        new ExploreBenchmark(Output.toTerminal(), runs).run();
        return 0;
    }

    @Command(name = "step", mixinStandardHelpOptions = true, description = "Moves about in a long run: jumps, steps at its end, branches.")
    int step(@Option(names = "--steps", converter = WholeNumber.Size.class, defaultValue = "100000", description = "Steps; ${DEFAULT-VALUE} if not said.") int steps) {
        StepFigures f = StepBenchmark.run(steps, Progress.NONE);
        System.out.printf(Locale.ROOT,
                "step: a run of %,d steps in %,.0f ms, %,.0f bytes a step; processor time: a jump to any of them %.2f ms (p99), %.2f ms at most; a step more at the end %.2f ms (p99); elsewhere from the middle %.2f ms (p99)%n",
                f.steps(), f.runMs(), f.bytesPerStep(), f.jumpP99Ms(), f.jumpWorstMs(), f.stepP99Ms(), f.branchP99Ms());
        return 0;
    }

    @Command(name = "fuzz", mixinStandardHelpOptions = true, description = {
        "Opens files of every kind that were changed at random: each must be read, or refused in one clear line.",
        "A seed and a number name the same file on every machine. Exit status 1 if there were faults.",
        "Start it with REAPSCOPE_JAVA_OPTS=-Xmx1g, so that memory is a promise, too."})
    int fuzz(
            @Option(names = "--seed", defaultValue = "1", description = "Of chance; ${DEFAULT-VALUE} if not said.") long seed,
            @Option(names = "--minutes", converter = WholeNumber.LongSize.class, defaultValue = "5", description = "Stop after so many; ${DEFAULT-VALUE} if not said.") long minutes,
            @Option(names = "--files", converter = WholeNumber.LongSize.class, defaultValue = "" + Long.MAX_VALUE, description = "Stop after so many files.") long files,
            @Option(names = "--kind", defaultValue = "", description = "Only this kind of file.") String kind,
            @Option(names = "--file", paramLabel = "K", converter = WholeNumber.LongFromZero.class, description = "Open file K of the seed alone.") @Nullable Long file,
            @Option(names = "--keep", paramLabel = "DIR", description = "Keep the files with faults there.") @Nullable Path keep) throws Exception {
        try (FuzzCampaign campaign = new FuzzCampaign(Output.toTerminal(), Samples.folder(), Complaint::of, keep)) {
            boolean faults = file != null ? campaign.replay(seed, file) : campaign.run(seed, kind, files, minutes) > 0;
            return faults ? ReapscopeCommand.FAILS : 0;
        }
    }
}
