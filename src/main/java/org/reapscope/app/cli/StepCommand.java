package org.reapscope.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.OutputFile;
import org.reapscope.kernel.Machine;
import org.reapscope.run.CheckedRun;
import org.reapscope.run.FtraceWriter;
import org.reapscope.run.Policy;
import org.reapscope.run.PolicyText;
import org.reapscope.run.RunJson;
import org.reapscope.run.RunText;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Steps a scenario without a window. */
@Command(name = "step", mixinStandardHelpOptions = true, description = {
    "Runs a scenario and prints every micro-step in words.",
    "The schedule it prints replays byte for byte, here and in the window."})
final class StepCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--schedule", paramLabel = "TEXT", description = "Replay this schedule, or the one in the file @FILE; @- for standard input.")
    private @Nullable String schedule;

    @Option(names = "--policy", description = {
        "Who steps, without a schedule: round-robin if not said, or one of", PolicyText.NAMES})
    private String policy = "round-robin";

    @Option(names = "--seed", description = "Seed of the random policy.")
    private long seed = 42;

    @Option(names = "--to", paramLabel = "N", converter = WholeNumber.FromZero.class, description = "Stop after N steps; a run without a schedule stops after 100,000.")
    private @Nullable Integer to;

    @Option(names = "--check", description = "Also look after every step whether all that must hold in every state does; exit status 1 if not.")
    private boolean check;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = "--ftrace", paramLabel = "FILE", description = "Also write the run as the text that ftrace would have printed.")
    private @Nullable Path ftrace;

    @Override
    public Integer call() throws Exception {
        StepLimit limit = new StepLimit("--to", to);
        Optional<OutputFile> target = ftrace == null ? Optional.empty()
                : Optional.of(OutputFile.of(ftrace, InputFiles.of(options.file(), schedule == null ? "" : schedule)));
        Scenario scenario = options.scenario();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        OptionalLong drawn = OptionalLong.empty();
        if (schedule == null) {
            Policy chooses = PolicyText.parse(machine, policy, seed);
            drawn = PolicyText.seed(chooses);
            limit.run(stepper, chooses);
        } else {
            String text = TextArgument.of(schedule);
            int[] tasks = ScheduleText.parse(machine, text);
            stepper.replay(limit.of(tasks));
        }
        if (target.isPresent()) {
            StringWriter text = new StringWriter();
            FtraceWriter.write(machine, stepper.path(), scenario.cpus(), text);
            target.get().write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        PrintWriter out = Output.toTerminal(json);
        if (json) {
            RunJson.write(options.origin(scenario, schedule == null ? policy : "", drawn), machine, stepper.path(), out);
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
