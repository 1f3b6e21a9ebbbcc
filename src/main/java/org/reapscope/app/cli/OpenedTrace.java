package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exhibits;
import org.reapscope.export.RunExhibit;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** A capture, or the run of a scenario as the trace that it would have left; to be closed when its lines are not needed any more. */
final class OpenedTrace implements AutoCloseable {

    /** A run: who could step, and who did. */
    @SuppressWarnings("ArrayRecordComponent")
    record Run(Scenario scenario, Machine machine, int[] path) {}

    private final Trace trace;
    private final @Nullable AddressSpaceSnapshot snapshot;
    private final @Nullable RunExhibit made;
    private final @Nullable Run run;

    private OpenedTrace(Trace trace, @Nullable AddressSpaceSnapshot snapshot, @Nullable RunExhibit made, @Nullable Run run) {
        this.snapshot = snapshot;
        this.trace = trace;
        this.made = made;
        this.run = run;
    }

    /** Opens what the options name; nothing if no schedule of the scenario shows what was asked for. */
    static Optional<OpenedTrace> of(ScenarioOptions options, ScheduleOptions schedule) throws IOException {
        if (!options.isScenario()) {
            return Optional.of(ofCapture(options.file()));
        }
        Scenario scenario = options.scenario();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Optional<int[]> path = schedule.path(scenario, machine);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        RunExhibit made = RunExhibit.of(scenario, machine, path.get());
        return Optional.of(new OpenedTrace(made.trace(), null, made, new Run(scenario, machine, path.get())));
    }

    /** Opens a capture with the snapshot beside it; says what of those could not be read. */
    static OpenedTrace ofCapture(Path file) throws IOException {
        Trace trace = Captures.open(file);
        AddressSpaceSnapshot.Beside beside = AddressSpaceSnapshot.readBeside(file);
        beside.remarks().forEach(remark -> System.err.println("reapscope: " + remark));
        return new OpenedTrace(trace, beside.snapshots().stream().findFirst().orElse(null), null, null);
    }

    Trace trace() {
        return trace;
    }

    /** The run that it was made of; null for a capture. */
    @Nullable Run run() {
        return run;
    }

    Exhibit exhibit(Exhibits.Wish wish, Lanes lanes, Analysis analysis) {
        return made == null ? Exhibits.of(lanes, analysis, snapshot, wish) : made.exhibit(wish, lanes, analysis);
    }

    Analysis analysis(Lanes lanes) {
        return Analysis.of(trace, lanes, Progress.NONE);
    }

    @Override
    public void close() throws IOException {
        trace.lines().close();
    }
}
