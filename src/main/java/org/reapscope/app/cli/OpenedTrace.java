package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.export.Document;
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

    private final Trace trace;
    private final @Nullable AddressSpaceSnapshot snapshot;
    private final @Nullable RunExhibit run;

    private OpenedTrace(Trace trace, @Nullable AddressSpaceSnapshot snapshot, @Nullable RunExhibit run) {
        this.snapshot = snapshot;
        this.trace = trace;
        this.run = run;
    }

    /** Opens what the options name; nothing if no schedule of the scenario shows what was asked for. */
    static Optional<OpenedTrace> of(ScenarioOptions options, ScheduleOptions schedule) throws IOException {
        return switch (options.kind()) {
            case CAPTURE, SNAPSHOT -> Optional.of(ofCapture(options.file()));
            case RUN -> Optional.of(ofRun(RunOfSession.of(options.file()).exhibit()));
            case SCENARIO, SESSION, LESSON -> ofSchedule(options, schedule);
        };
    }

    private static Optional<OpenedTrace> ofSchedule(ScenarioOptions options, ScheduleOptions schedule) throws IOException {
        Scenario scenario = options.scenario();
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        return schedule.path(scenario, machine).map(path -> ofRun(RunExhibit.of(scenario, machine, path)));
    }

    private static OpenedTrace ofRun(RunExhibit run) {
        return new OpenedTrace(run.trace(), null, run);
    }

    /** Opens a capture with the snapshot beside it; says what of those could not be read. */
    static OpenedTrace ofCapture(Path file) throws IOException {
        Trace trace = Captures.open(file);
        AddressSpaceSnapshot.Beside beside = AddressSpaceSnapshot.readBeside(file);
        beside.remarks().forEach(remark -> System.err.println("reapscope: " + remark));
        return new OpenedTrace(trace, beside.snapshots().stream().findFirst().orElse(null), null);
    }

    Trace trace() {
        return trace;
    }

    /** What is meant of it. */
    Document.Drawn document(Exhibits.Wish wish, Lanes lanes, Analysis analysis) {
        return run == null ? new Document.Capture(Exhibits.of(lanes, analysis, snapshot, wish)) : new Document.Run(run, run.exhibit(wish, lanes, analysis));
    }

    Analysis analysis(Lanes lanes) {
        return Analysis.of(trace, lanes, Progress.NONE);
    }

    @Override
    public void close() throws IOException {
        trace.lines().close();
    }
}
