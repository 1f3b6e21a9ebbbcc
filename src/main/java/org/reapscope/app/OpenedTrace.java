package org.reapscope.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.schedule.FtraceText;
import org.reapscope.schedule.ScheduleText;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.viewmodel.timeline.Exhibits;

/** A capture, or the run of a scenario as the trace that it would have left; to be closed when its lines are not needed any more. */
record OpenedTrace(Trace trace, Optional<Path> made, @Nullable Made run) implements AutoCloseable {

    /** The run that a trace was made of: who could step, and who did. */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(Scenario scenario, Machine machine, int[] path) {

        /** Where it is from, for the feet of pictures. */
        Exhibits.Run told() {
            String patches = scenario.patches().isEmpty() ? "" : " with patches " + String.join(",", scenario.patches());
            return new Exhibits.Run(scenario.title(), List.of("A run of the model, not a measurement: scenario " + scenario.id() + " on "
                    + scenario.profile().id() + patches + ", " + path.length + " steps, one microsecond a step. Made by Reapscope.",
                    "Schedule: " + ScheduleText.format(machine, path).replace('\n', ' ')));
        }
    }

    /** Opens what the options name; nothing if no schedule of the scenario shows what was asked for. */
    static Optional<OpenedTrace> of(ScenarioOptions options, ScheduleOptions schedule) throws IOException {
        if (!options.isScenario()) {
            return Optional.of(new OpenedTrace(Captures.open(options.file()), Optional.empty(), null));
        }
        Scenario scenario = options.scenario();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Optional<int[]> path = schedule.path(scenario, machine);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Path run = Files.createTempDirectory("reapscope").resolve(scenario.id() + ".run.txt");
        try (Writer out = Files.newBufferedWriter(run)) {
            FtraceText.write(machine, path.get(), scenario.cpus(), out);
        }
        return Optional.of(new OpenedTrace(Captures.open(run), Optional.of(run), new Made(scenario, machine, path.get())));
    }

    @Override
    public void close() throws IOException {
        trace.lines().close();
        if (made.isPresent()) {
            Files.deleteIfExists(made.get());
            Files.deleteIfExists(made.get().getParent());
        }
    }
}
