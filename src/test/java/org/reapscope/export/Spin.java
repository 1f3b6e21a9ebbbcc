package org.reapscope.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.kernel.Machine;

/** Runs SPIN on an exported machine, where it is installed. */
final class Spin {

    private static final Pattern STATES = Pattern.compile("(\\d+) states, stored");

    private Spin() {}

    static boolean installed() {
        try {
            return new ProcessBuilder("spin", "-V").redirectErrorStream(true).start().waitFor() == 0
                    && new ProcessBuilder("gcc", "--version").redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many states a full search stores. */
    static long states(Machine machine, Path folder) throws IOException, InterruptedException {
        String report = search(machine, folder, List.of(), List.of("-DNOREDUCE", "-DSAFETY", "-DNOCLAIM"));
        Matcher matcher = STATES.matcher(report);
        if (!matcher.find()) {
            throw new IOException("SPIN says no number of states:\n" + report);
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Whether a fact can come to hold. */
    static boolean reaches(Machine machine, String fact, Path folder) throws IOException, InterruptedException {
        String report = search(machine, folder, List.of("-DPROPERTY_" + fact.replaceAll("[^A-Za-z0-9_]", "_")),
                List.of("-DNOREDUCE", "-DSAFETY"));
        return !report.contains("errors: 0");
    }

    private static String search(Machine machine, Path folder, List<String> defines, List<String> cc)
            throws IOException, InterruptedException {
        try (Writer model = Files.newBufferedWriter(folder.resolve("model.pml"))) {
            PromelaWriter.write(machine, model);
        }
        run(folder, join(List.of("spin", "-a", "-o3"), defines, List.of("model.pml")));
        run(folder, join(List.of("gcc", "-O1", "-w", "-o", "pan", "-DMEMLIM=4096", "-DVECTORSZ=8192"), cc, List.of("pan.c")));
        return run(folder, List.of("./pan", "-E", "-m10000000"));
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0 && !command.getFirst().equals("./pan")) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
