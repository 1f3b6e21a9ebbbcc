package org.reapscope.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.base.file.OutputFile;
import org.reapscope.base.job.Progress;
import org.reapscope.export.MailDiagram;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.TraceDiagram;
import org.reapscope.kernel.Machine;
import org.reapscope.run.OpenCall;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a run or a kill as kernel mails draw races. */
@Command(name = "diagram", mixinStandardHelpOptions = true, description = {
    "Prints a race as kernel mails draw it: a column a CPU, time going down, failed calls marked with !!.",
    "Of a scenario: the run of --schedule, or the shortest one that shows --property. Of a capture: the kill of --kill."})
final class DiagramCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final ScheduleOptions schedule = new ScheduleOptions();

    @Option(names = "--kill", paramLabel = "N", converter = WholeNumber.Size.class, description = "Which kill of a capture, from 1; if not said, the first that got -ESRCH with memory still there.")
    private @Nullable Integer kill;

    @Option(names = "-o", paramLabel = "FILE", description = "Write there instead of printing.")
    private @Nullable Path output;

    @Override
    public Integer call() throws Exception {
        Optional<OutputFile> target = output == null ? Optional.empty() : Optional.of(OutputFile.of(output, schedule.inputs(options.file())));
        Optional<String> text = switch (options.kind()) {
            case CAPTURE, SNAPSHOT -> Optional.of(ofCapture());
            case RUN -> Optional.of(RunOfSession.of(options.file()).exhibit().mail());
            case SCENARIO, LESSON, SESSION -> ofRun();
        };
        if (text.isEmpty()) {
            System.err.println("reapscope: no schedule shows that");
            return ReapscopeCommand.NOT_SO;
        }
        if (target.isEmpty()) {
            PrintWriter out = Output.toTerminal();
            out.print(text.get());
            out.flush();
        } else {
            target.get().write(text.get().getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    private Optional<String> ofRun() throws Exception {
        Scenario scenario = options.scenario();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        return schedule.path(scenario, machine).map(path -> RunExhibit.of(scenario, machine, schedule.ofProperty() ? OpenCall.returned(machine, path) : path).mail());
    }

    private String ofCapture() throws Exception {
        Trace trace = Captures.open(options.file());
        try (Lines _ = trace.lines()) {
            List<Kill> kills = Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE).kills();
            if (kills.isEmpty()) {
                throw new IllegalArgumentException(options.shown() + ": nobody is killed in this capture; choose another one");
            }
            int number = kill == null ? worst(kills) : kill;
            if (number < 1 || number > kills.size()) {
                throw new IllegalArgumentException("--kill " + number + ": there are kills 1 to " + kills.size() + " in " + options.shown());
            }
            return TraceDiagram.of(trace, kills.get(number - 1)) + "\n"
                    + MailDiagram.foot(trace.source().name(), ", kill " + number + " of " + kills.size()) + "\n";
        }
    }

    private static int worst(List<Kill> kills) {
        for (int i = 0; i < kills.size(); i++) {
            if (kills.get(i).reaps().stream().anyMatch(reap -> reap.outcome() == ReapOutcome.ESRCH_HARMFUL)) {
                return i + 1;
            }
        }
        return 1;
    }
}
