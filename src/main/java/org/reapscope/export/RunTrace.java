package org.reapscope.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.reapscope.analysis.Analysis;
import org.reapscope.base.file.FileName;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.run.FtraceWriter;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** A run as the trace that it would have left, so that everything that leaves the program for a capture leaves it for a run. */
public final class RunTrace implements AutoCloseable {

    private final Scenario scenario;
    private final Machine machine;
    private final int[] path;
    private final Path file;
    private final Trace trace;

    private RunTrace(Scenario scenario, Machine machine, int[] path, Path file, Trace trace) {
        this.scenario = scenario;
        this.machine = machine;
        this.path = path;
        this.file = file;
        this.trace = trace;
    }

    /**
     * Makes the trace of a schedule, all of whose steps can be taken; its text stays in a temporary file until it is closed.
     *
     * @throws IOException if that file cannot be written
     */
    public static RunTrace of(Scenario scenario, Machine machine, int[] path) throws IOException {
        Path file = Files.createTempDirectory("reapscope").resolve(FileName.of(scenario.id(), ".run.txt"));
        try (Writer out = Files.newBufferedWriter(file)) {
            FtraceWriter.write(machine, path, scenario.cpus(), out);
        }
        return new RunTrace(scenario, machine, path.clone(), file, Captures.open(file));
    }

    public Trace trace() {
        return trace;
    }

    /** What is to leave the program, for a wish that says nothing of a run. */
    public Exhibit exhibit(Exhibits.Wish wish) {
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        return Exhibits.of(lanes, Analysis.of(trace, lanes, Progress.NONE), wish.of(told()));
    }

    /** Where it is from, for the feet of pictures. */
    public Exhibits.Run told() {
        return new Exhibits.Run(scenario.title(), List.of("A run of the model, not a measurement: " + scenario.id() + of(scenario, path)
                + ", one microsecond a step. Made by Reapscope.", "Schedule: " + ScheduleText.format(machine, path).replace('\n', ' ')));
    }

    /** The run as a diagram for a mail, with the schedule that replays it. */
    public static String mail(Scenario scenario, Machine machine, int[] path) {
        return RunDiagram.of(machine, path, scenario.cpus()) + "\n" + MailDiagram.foot(scenario.id(), of(scenario, path)) + ":\n" + ScheduleText.format(machine, path) + "\n";
    }

    private static String of(Scenario scenario, int[] path) {
        return " on " + scenario.profile().id()
                + (scenario.patches().isEmpty() ? "" : " with patches " + String.join(",", scenario.patches())) + ", " + path.length + " steps";
    }

    @Override
    public void close() throws IOException {
        trace.lines().close();
        Files.deleteIfExists(file);
        Files.deleteIfExists(java.util.Objects.requireNonNull(file.getParent()));
    }
}
