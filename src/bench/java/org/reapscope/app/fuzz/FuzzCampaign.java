package org.reapscope.app.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Opens many changed files, one after the other, and tells what came of them. */
public final class FuzzCampaign implements AutoCloseable {

    private static final long TOLD_EVERY_NS = TimeUnit.SECONDS.toNanos(10);
    /** A file that hangs keeps its thread; with more of them nothing that is measured means anything. */
    private static final int MOST_HANGING = 3;
    private static final int LONGEST_LINE = 600;

    private final PrintWriter out;
    private final @Nullable Path keep;
    private final Path folder;
    private final List<Kind> kinds;
    private final Tally tally;
    private final Trial trial;
    private int hanging;
    private long slowest = -1;
    private long slowestNs;

    /**
     * Makes the files that others are made of.
     *
     * @param samples the samples that come with the program
     * @param words what the program says of an exception
     * @param keep where files with faults are kept; null for nowhere
     */
    public FuzzCampaign(PrintWriter out, Path samples, Function<Throwable, String> words, @Nullable Path keep) throws IOException {
        this.out = out;
        this.keep = keep == null ? null : Files.createDirectories(keep);
        folder = Files.createTempDirectory("reapscope-fuzz");
        trial = new Trial(Files.createDirectory(folder.resolve("trial")), words);
        kinds = Kinds.all(samples.toAbsolutePath(), folder);
        tally = new Tally(kinds);
    }

    /**
     * Opens files 0, 1, 2, ... of a seed until there are enough, or the time is over.
     *
     * @param only the kind to open; empty for all
     * @param files how many
     * @return how many faults there were
     * @throws IllegalArgumentException if there is no such kind
     */
    public int run(long seed, String only, long files, long minutes) throws IOException, InterruptedException {
        if (!only.isEmpty() && kinds.stream().noneMatch(kind -> kind.id().equals(only))) {
            throw new IllegalArgumentException("no kind is called '" + only + "'; there are " + String.join(", ", kinds.stream().map(Kind::id).toList()));
        }
        long start = System.nanoTime();
        long told = start;
        long opened = 0;
        for (long number = 0; opened < files && System.nanoTime() - start < TimeUnit.MINUTES.toNanos(minutes) && hanging < MOST_HANGING; number++) {
            if (only.isEmpty() || Mutant.kind(number, kinds).id().equals(only)) {
                open(seed, Mutant.of(seed, number, kinds));
                opened++;
            }
            if (System.nanoTime() - told > TOLD_EVERY_NS) {
                told = System.nanoTime();
                out.println(opened + " files, " + tally.of(TrialOutcome.Result.FAULT) + " faults, " + (told - start) / 1_000_000_000 + " s");
                out.flush();
            }
        }
        out.println("\nseed " + seed + ", at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory; file " + slowest + " took longest, "
                + slowestNs / 1_000_000 + " ms\n");
        tally.print(out);
        out.flush();
        return tally.of(TrialOutcome.Result.FAULT);
    }

    /** Opens one file of a seed and says what was done to it and what came of it; whether it was a fault. */
    public boolean replay(long seed, long number) throws IOException, InterruptedException {
        Mutant mutant = Mutant.of(seed, number, kinds);
        out.println("seed " + seed + " file " + number + " " + mutant.kind().id() + ", " + mutant.bytes().length + " bytes: "
                + String.join(", ", mutant.changes()));
        TrialOutcome outcome = open(seed, mutant);
        out.println(outcome.result() + (outcome.message().isEmpty() ? "" : ": " + outcome.message()));
        out.flush();
        return outcome.result() == TrialOutcome.Result.FAULT;
    }

    private TrialOutcome open(long seed, Mutant mutant) throws IOException, InterruptedException {
        long start = System.nanoTime();
        TrialOutcome outcome = trial.of(mutant.kind(), mutant.bytes());
        if (System.nanoTime() - start > slowestNs) {
            slowestNs = System.nanoTime() - start;
            slowest = mutant.number();
        }
        tally.add(mutant.kind(), outcome);
        if (outcome.result() == TrialOutcome.Result.FAULT) {
            hanging += outcome.message().startsWith(Trial.HANGS) ? 1 : 0;
            out.println("fault: seed " + seed + " file " + mutant.number() + " " + mutant.kind().id() + ": " + oneLine(outcome.message()));
            out.flush();
            if (keep != null) {
                Files.write(keep.resolve(seed + "-" + mutant.number() + "-" + mutant.kind().fileName()), mutant.bytes());
            }
        }
        return outcome;
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\p{Cntrl}", "?");
        int half = LONGEST_LINE / 2;
        return line.length() <= LONGEST_LINE ? line : line.substring(0, half) + " ... " + line.substring(line.length() - half);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
