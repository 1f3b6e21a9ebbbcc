package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.reapscope.explore.Explorer;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.run.PolicyText;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;

/**
 * Short texts about a scenario, from a file or the command line.
 *
 * @param id of the kind
 * @param seeds texts to begin with
 * @param words of such texts
 * @param reader reads one
 */
record TextKind(String id, List<byte[]> seeds, List<String> words, Reader reader) implements Kind {

    private static final int LONGEST_RUN = 100_000;

    /** Reads a text; complains if it cannot be understood. */
    @FunctionalInterface
    interface Reader {
        void read(String text) throws Exception;
    }

    static Kind schedule(Path samples) throws IOException {
        Machine machine = ScenarioSystem.toStep(scenario(samples)).spec().build();
        Stepper stepper = new Stepper(machine);
        stepper.run(PolicyText.parse(machine, "random:1", 1), List.of(), 500, Progress.NONE);
        return new TextKind("schedule", texts(ScheduleText.format(machine, stepper.path()), "lmkd*3 # and then\nvictim*4\n"),
                List.of("lmkd", "victim", "*", "*1", "*99999999", "#", "\n", "lmkd*9999999", "\u0085", " "), text -> {
                    int[] tasks = ScheduleText.parse(machine, text);
                    new Stepper(machine).replay(Arrays.copyOf(tasks, Math.min(LONGEST_RUN, tasks.length)));
                });
    }

    static Kind policy(Path samples) throws IOException {
        Machine machine = ScenarioSystem.toStep(scenario(samples)).spec().build();
        return new TextKind("policy", texts("round-robin:4", "cfs:lmkd=1024,victim=512", "priority:lmkd,victim", "cpuset:lmkd=1", "random:99",
                "reader-preempted:3"), List.of("cfs", ":", "=", ",", "lmkd", "random", "cpuset", "-", "1000000", "priority", "round-robin"),
                text -> new Stepper(machine).run(PolicyText.parse(machine, text, 1), List.of(), 300, Progress.NONE));
    }

    static Kind property(Path samples) throws IOException {
        MachineSpec spec = ScenarioSystem.toExplore(scenario(samples)).spec();
        return new TextKind("property", texts("never(esrch || einval)", "always(mm_users <= 2)", "inevitable(reaped)", "after(V11, mm_users >= 1)",
                "max(rises(mm_users))", "P(esrch | lmkd = 0.1)", "ret(lmkd) == ESRCH && pages_left", "waits(lmkd, mmap_lock)", "step(lmkd) == P3", "esrch-harmful"),
                List.of("never", "(", ")", "&&", "||", "!", "==", "<=", "mm_users", "esrch", "P", "|", "=", "ret", "lmkd", "ESRCH", "-", "+", ",", "step", "V11",
                        "0.1", "[", "]", "rises", "mean", "after"),
                text -> Explorer.parse(List.of(text), spec));
    }

    private static Scenario scenario(Path samples) throws IOException {
        return ScenarioFile.read(samples.resolve("scenarios/smaps-reader-pins-mm.json"));
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public String fileName() {
        return id + ".txt";
    }

    @Override
    public void open(Path file) throws Exception {
        reader.read(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
}
