package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.reduce.Reduced;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Overrides;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.document.Samples;

/**
 * Measures the searches on this machine: every state on one core and on all, the reduced search, the lamps; and, where
 * SPIN is installed, SPIN on the exported model of the same scenario between our runs, so that both see the same load.
 */
final class ExploreBenchmark {

    /** A scenario in a size. */
    record Size(String scenario, int threads, int tables, int readers) {

        /** What can be asked of it: whether -ESRCH happens. */
        Machine machine() {
            try {
                return ScenarioSystem.toExplore(new Overrides(threads, tables, readers)
                        .applied(ScenarioFile.read(Samples.named(Path.of(scenario)))).watching(List.of("esrch"))).spec().build();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return scenario + " --threads " + threads + " --tables " + tables + (readers == 0 ? "" : " --readers " + readers);
        }
    }

    static final Size SPEED = new Size("smaps-reader-pins-mm", 3, 2, 1);
    static final Size LARGE = new Size("smaps-reader-pins-mm", 3, 8, 1);
    static final Size CLASSROOM = new Size("smaps-reader-pins-mm", 1, 8, 1);

    private static final int LAMP_RUNS = 9;

    private final PrintWriter out;
    private final int runs;

    ExploreBenchmark(PrintWriter out, int runs) {
        this.out = out;
        this.runs = runs;
    }

    void run() throws IOException {
        Path folder = Files.createTempDirectory("reapscope-bench");
        try {
            boolean spin = SpinRun.isInstalled();
            if (!spin) {
                say("spin or gcc is not installed: no comparison with SPIN");
            }
            everyState(spin ? SpinRun.ofEveryState(SPEED.machine(), folder.resolve("full")) : null);
            if (!System.out.checkError()) {
                reduction(spin ? SpinRun.reduced(LARGE.machine(), folder.resolve("reduced")) : null);
                lamps();
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void everyState(@Nullable SpinRun spin) throws IOException {
        Machine machine = SPEED.machine();
        int cores = Runtime.getRuntime().availableProcessors();
        double[] one = new double[runs];
        double[] all = new double[runs];
        double[] theirs = new double[runs];
        StateGraph graph = search(machine, 1);
        int stored = graph.states();
        double bytes = (double) graph.bytes() / stored;
        seconds(stored, () -> search(machine, cores).states());
        double theirBytes = 0;
        for (int run = 0; run < runs; run++) {
            one[run] = stored / seconds(stored, () -> search(machine, 1).states());
            all[run] = stored / seconds(stored, () -> search(machine, cores).states());
            if (spin != null) {
                SpinRun.Figures figures = spin.search();
                theirs[run] = figures.statesPerSecond();
                theirBytes = figures.bytesPerState();
                requireSame(stored, figures.states());
            }
        }
        say("every state of %s: %,d states, %.1f bytes each%s", SPEED, stored, bytes,
                spin == null ? "" : String.format(Locale.ROOT, " (SPIN %.1f, and counts the same states)", theirBytes));
        say("  one core   %.2f M states/s%s", median(one) / 1e6, times(median(one), median(theirs)));
        say("  %d cores    %.2f M states/s%s", cores, median(all) / 1e6, times(median(all), median(theirs)));
        if (spin != null) {
            say("  SPIN       %.2f M states/s on one core", median(theirs) / 1e6);
        }
    }

    private void reduction(@Nullable SpinRun spin) throws IOException {
        Machine machine = LARGE.machine();
        long start = System.nanoTime();
        Reduced.Result result = reduced(machine);
        double first = (System.nanoTime() - start) / 1e9;
        double[] seconds = new double[Math.max(5, runs)];
        for (int run = 0; run < seconds.length; run++) {
            seconds[run] = seconds(result.states(), () -> reduced(machine).states());
        }
        StateGraph full = search(machine, Runtime.getRuntime().availableProcessors());
        say("can -ESRCH happen in %s, %,d%s states?", LARGE, full.states(), full.complete() ? "" : " or more");
        say("  reduced    %s: %.3f s and %,d states (the first time, cold: %.2f s)", (result.held() & 1) != 0 ? "yes" : "no",
                median(seconds), result.states(), first);
        if (spin != null) {
            SpinRun.Figures figures = spin.search();
            say("  SPIN's own reduction: %.1f s and %,d states, %.0f times as many", figures.seconds(), figures.states(),
                    (double) figures.states() / result.states());
        }
    }

    private void lamps() {
        double[] seconds = new double[LAMP_RUNS];
        int states = 0;
        for (int run = -3; run < seconds.length; run++) {
            long start = System.nanoTime();
            StateGraph graph = BreadthFirst.withEdges(CLASSROOM.machine(), budget(Runtime.getRuntime().availableProcessors()),
                    Status.Listener.NONE);
            Lookahead.of(graph, BackwardOrder.of(graph, Progress.NONE), Progress.NONE);
            states = graph.states();
            if (run >= 0) {
                seconds[run] = (System.nanoTime() - start) / 1e9;
            }
        }
        say("lamps of %s, %,d states: %.0f ms from the scenario to the last lamp", CLASSROOM, states, median(seconds) * 1e3);
    }

    private static void requireSame(long expected, long states) {
        if (expected != states) {
            throw new IllegalStateException("one search stored " + expected + " states, another " + states);
        }
    }

    private static StateGraph search(Machine machine, int workers) {
        return BreadthFirst.all(machine, budget(workers), Status.Listener.NONE);
    }

    private static Reduced.Result reduced(Machine machine) {
        return Reduced.of(machine, budget(1), Status.Listener.NONE);
    }

    private static Budget budget(int workers) {
        return Budget.standard().withWorkers(workers);
    }

    private static double seconds(int expected, IntSupplier states) {
        System.gc();
        long start = System.nanoTime();
        requireSame(expected, states.getAsInt());
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String times(double ours, double theirs) {
        return theirs == 0 ? "" : String.format(Locale.ROOT, ", %.1f times SPIN's one core", ours / theirs);
    }

    private void say(String format, Object... args) {
        out.printf(Locale.ROOT, format + "%n", args);
        out.flush();
    }
}
