package org.reapscope.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.schedule.CheckedRun;
import org.reapscope.schedule.FtraceText;
import org.reapscope.schedule.PolicyText;
import org.reapscope.schedule.RunJson;
import org.reapscope.schedule.RunText;
import org.reapscope.schedule.ScheduleText;
import org.reapscope.schedule.Stepper;
import org.reapscope.settings.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Steps a scenario without a window. */
@Command(name = "step", mixinStandardHelpOptions = true, description = {
    "Runs a scenario and prints every micro-step in words.",
    "The schedule it prints replays byte for byte, here and in the window."})
final class StepCommand implements Callable<Integer> {

    private static final int LONGEST_RUN = 100_000;

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--schedule", paramLabel = "TEXT", description = "Replay this schedule, or the one in the file @FILE; @- for standard input.")
    private @Nullable String schedule;

    @Option(names = "--policy", description = {
        "Who steps, without a schedule: round-robin if not said, or one of", PolicyText.NAMES})
    private String policy = "round-robin";

    @Option(names = "--seed", description = "Seed of the random policy.")
    private long seed = 42;

    @Option(names = "--to", paramLabel = "N", description = "Stop after N steps.")
    private int to = LONGEST_RUN;

    @Option(names = "--check", description = "Also look after every step whether all that must hold in every state does; exit status 1 if not.")
    private boolean check;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = "--ftrace", paramLabel = "FILE", description = "Also write the run as the text that ftrace would have printed.")
    private @Nullable Path ftrace;

    @Override
    public Integer call() throws Exception {
        if (to < 0) {
            throw new IllegalArgumentException("--to " + to + ": expected a number of steps from 0 on");
        }
        Scenario scenario = options.scenario();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        if (schedule == null) {
            stepper.run(PolicyText.parse(machine, policy, seed), List.of(), Math.min(to, LONGEST_RUN), Progress.NONE);
        } else {
            String text = TextArgument.of(schedule);
            int[] tasks = ScheduleText.parse(machine, text);
            stepper.replay(Arrays.copyOf(tasks, Math.min(to, tasks.length)));
        }
        if (ftrace != null) {
            StringWriter text = new StringWriter();
            FtraceText.write(machine, stepper.path(), scenario.cpus(), text);
            AtomicFile.write(ftrace, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        PrintWriter out = Output.toTerminal();
        if (json) {
            RunJson.write(scenario.id(), scenario.patches(), machine, stepper.path(), out);
        } else {
            RunText.write(scenario.title(), machine, stepper.path(), out);
        }
        out.flush();
        return check ? checked(machine, stepper.path()) : 0;
    }

    private static int checked(Machine machine, int[] run) {
        Optional<CheckedRun.Broken> broken = CheckedRun.of(machine, run);
        broken.ifPresent(b -> System.err.println("reapscope: after step " + b.step() + " this does not hold: "
                + String.join("; ", b.invariants())));
        return broken.isPresent() ? ReapscopeCommand.FAILS : 0;
    }
}
