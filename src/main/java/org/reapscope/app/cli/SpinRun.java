package org.reapscope.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.reapscope.export.PromelaWriter;
import org.reapscope.kernel.Machine;

/** SPIN on the exported model of a machine, where it is installed: compiled once, run as often as one likes. */
final class SpinRun {

    private static final Pattern STATES = Pattern.compile("([0-9.e+]+) states, stored");
    private static final Pattern SECONDS = Pattern.compile("elapsed time ([0-9.]+) seconds");
    private static final Pattern MEGABYTES = Pattern.compile("([0-9.]+)\\s+actual memory usage for states");

    private final Path folder;

    /**
     * What SPIN said.
     *
     * @param states stored
     * @param seconds of the search alone
     * @param bytesPerState that it says it took
     */
    record Figures(long states, double seconds, double bytesPerState) {

        double statesPerSecond() {
            return states / Math.max(0.01, seconds);
        }
    }

    private SpinRun(Path folder) {
        this.folder = folder;
    }

    /** Whether {@code spin} and {@code gcc} can be started. */
    static boolean isInstalled() {
        try {
            return succeeds("spin", "-V") && succeeds("gcc", "--version");
        } catch (IOException e) {
            return false;
        }
    }

    /** Generates and compiles a search of every state. */
    static SpinRun ofEveryState(Machine machine, Path folder) throws IOException {
        return compiled(machine, folder, List.of("spin", "-a", "-o1", "-o2", "-o3", "model.pml"), List.of("-DNOREDUCE"));
    }

    /** Generates and compiles a search with all that SPIN has to reduce it: partial orders, merging, dead variables. */
    static SpinRun reduced(Machine machine, Path folder) throws IOException {
        return compiled(machine, folder, List.of("spin", "-a", "model.pml"), List.of());
    }

    private static SpinRun compiled(Machine machine, Path folder, List<String> generate, List<String> defines) throws IOException {
        Files.createDirectories(folder);
        try (Writer model = Files.newBufferedWriter(folder.resolve("model.pml"))) {
            PromelaWriter.write(machine, model);
        }
        SpinRun run = new SpinRun(folder);
        run.output(generate);
        run.output(Stream.of(List.of("gcc", "-O2", "-w", "-DSAFETY", "-DNOCLAIM", "-DVECTORSZ=8192"), defines,
                List.of("-o", "pan", "pan.c")).flatMap(List::stream).toList());
        return run;
    }

    /** Searches once. */
    Figures search() throws IOException {
        String report = output(List.of("./pan", "-E", "-n", "-m1000000"));
        long states = (long) number(STATES, report);
        return new Figures(states, number(SECONDS, report), number(MEGABYTES, report) * 1e6 / states);
    }

    private static double number(Pattern pattern, String report) throws IOException {
        Matcher matcher = pattern.matcher(report);
        if (!matcher.find()) {
            throw new IOException("SPIN does not say " + pattern + ":\n" + report);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exit(process) != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }

    private static boolean succeeds(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return exit(process) == 0;
    }

    private static int exit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
