package org.reapscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;

/** Runs SPIN on an exported machine, where it is installed. */
final class Spin {

    private static final Pattern STATES = Pattern.compile("(\\d+) states, stored");
    private static final Pattern ERRORS = Pattern.compile("errors: (\\d+)");
    private static final Pattern CLAIM = Pattern.compile("never \\{ do :: \\((.*)\\) -> break :: else od }");

    private Spin() {}

    /**
     * What a full search finds.
     *
     * @param states stored
     * @param deadlocks states in which nobody can step, although somebody stands where he may not stay
     * @param reached the facts that hold in some state
     */
    record Verdict(long states, long deadlocks, Set<String> reached) {}

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

    /** Searches everything: once for states and deadlocks, once more for the facts. */
    static Verdict verdict(Machine machine, Path folder) throws IOException, InterruptedException {
        String model = model(machine);
        String plain = search(model, folder, List.of(), List.of("-DNOREDUCE", "-DSAFETY", "-DNOCLAIM"), List.of("-c0"));
        Set<String> reached = new TreeSet<>();
        if (!machine.spec().facts().isEmpty()) {
            String noted = search(model + noting(model), folder, List.of(), List.of("-DNOREDUCE", "-DSAFETY"), List.of("-c0"));
            for (Fact fact : machine.spec().facts()) {
                if (noted.contains("holds: " + machine.fact(fact.name()) + "\n")) {
                    reached.add(fact.name());
                }
            }
        }
        return new Verdict(number(STATES, plain), number(ERRORS, plain), reached);
    }

    /** A claim that never objects, but writes down which of the model's own claims would have. */
    private static String noting(String model) {
        StringBuilder all = new StringBuilder();
        Matcher claim = CLAIM.matcher(model);
        int count = 0;
        while (claim.find()) {
            String inC = claim.group(1).replaceAll("([A-Za-z_]\\w*)\\[", "now.$1[").replace("->", "?");
            all.append("  if (").append(inC).append(") seen[").append(count++).append("] = 1;\n");
        }
        return """

                c_code {
                int seen[%d];
                void tell(void) { int k; for (k = 0; k < %d; k++) if (seen[k]) printf("holds: %%d\\n", k); }
                void note(void) {
                  static int told;
                  if (!told) { told = 1; atexit(tell); }
                %s}
                };
                never { L0: c_code { note(); }; goto L0 }
                """.formatted(count, count, all);
    }

    /** How many states a full search stores. */
    static long states(Machine machine, Path folder) throws IOException, InterruptedException {
        return number(STATES, search(model(machine), folder, List.of(), List.of("-DNOREDUCE", "-DSAFETY", "-DNOCLAIM"),
                List.of("-E")));
    }

    /** Whether a fact can come to hold. */
    static boolean reaches(Machine machine, String fact, Path folder) throws IOException, InterruptedException {
        String report = search(model(machine), folder, List.of("-DPROPERTY_" + fact.replaceAll("[^A-Za-z0-9_]", "_")),
                List.of("-DNOREDUCE", "-DSAFETY"), List.of("-E"));
        return number(ERRORS, report) != 0;
    }

    private static String model(Machine machine) throws IOException {
        StringBuilder model = new StringBuilder();
        PromelaWriter.write(machine, model);
        return model.toString();
    }

    private static long number(Pattern pattern, String report) throws IOException {
        Matcher matcher = pattern.matcher(report);
        if (!matcher.find()) {
            throw new IOException("SPIN does not say " + pattern + ":\n" + report);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String search(String model, Path folder, List<String> defines, List<String> cc, List<String> pan)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("model.pml"), model);
        run(folder, join(List.of("spin", "-a", "-o1", "-o2", "-o3"), defines, List.of("model.pml")));
        run(folder, join(List.of("gcc", "-O0", "-w", "-o", "pan", "-DMEMLIM=4096", "-DVECTORSZ=8192"), cc, List.of("pan.c")));
        return run(folder, join(List.of("./pan", "-m10000000", "-n"), pan));
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
