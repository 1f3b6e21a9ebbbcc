package org.reapscope.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.base.words.Digits;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.export.picture.Sheet;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.run.RunPicture;
import org.reapscope.picture.run.RunScene;
import org.reapscope.run.FtraceWriter;
import org.reapscope.run.Recorder;
import org.reapscope.run.RunPath;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;

/** A run that is to leave the program: its trace, and the same picture of it that the window shows. */
public final class RunExhibit {

    private final Scenario scenario;
    private final Machine machine;
    private final int[] path;
    private final Trace trace;

    private RunExhibit(Scenario scenario, Machine machine, int[] path, Trace trace) {
        this.scenario = scenario;
        this.machine = machine;
        this.path = path;
        this.trace = trace;
    }

    /** Records a schedule, all of whose steps can be taken. */
    public static RunExhibit of(Scenario scenario, Machine machine, int[] path) {
        return new RunExhibit(scenario, machine, path.clone(), Recorder.record(machine, path, scenario.cpus(), scenario.id()));
    }

    public Scenario scenario() {
        return scenario;
    }

    public Machine machine() {
        return machine;
    }

    /** The steps, as the numbers of the tasks that take them. */
    public int[] path() {
        return path.clone();
    }

    public Trace trace() {
        return trace;
    }

    /** All of it. */
    public Exhibit exhibit() {
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        return exhibit(Exhibits.Wish.ANY, lanes, Analysis.of(trace, lanes, Progress.NONE));
    }

    /**
     * What is wished for.
     *
     * @param lanes of {@link #trace}
     * @param analysis of {@link #trace}
     * @throws IllegalArgumentException if it names tasks that are not there or a span that ends before it begins; says so
     */
    public Exhibit exhibit(Exhibits.Wish wish, Lanes lanes, Analysis analysis) {
        RunPath states = RunPath.of(machine, path, scenario.cpus());
        Scenery scenery = RunPicture.of(RunScene.of(states, ScenarioSystem.toStep(scenario).vmas(), lanes));
        Picture whole = scenery.picture();
        Picture picture = new Picture(trace, lanes, chosen(whole.rows(), wish.tasks()), whole.marks(), whole.bands(), whole.axis(), 0);
        boolean span = wish.fromNs() != null || wish.toNs() != null;
        long from = wish.fromNs() != null ? wish.fromNs() : span ? trace.firstNs() : Recorder.timeNs(-1);
        long to = wish.toNs() != null ? wish.toNs() : Recorder.timeNs(path.length) + Recorder.STEP_NS;
        Exhibits.refuseEmpty(trace, from, to);
        return new Exhibit(analysis, lanes, wish.kill(), new Sheet.Content(picture, from, to, scenario.title(), begun(states), List.of(), provenance()));
    }

    /** Where it is from, for the feet of pictures. */
    public List<String> provenance() {
        return List.of("A run of the model, not a measurement: " + scenario.id() + of(scenario, path) + ". Made by Reapscope.",
                "Schedule: " + ScheduleText.format(machine, path).replace('\n', ' '));
    }

    /** What ftrace would have printed. */
    public void writeFtrace(Appendable out) throws IOException {
        FtraceWriter.write(machine, path, scenario.cpus(), out);
    }

    /** Every step, with what it did, as a table. */
    void steps(Csv csv) throws IOException {
        RunTable.write(machine, path, scenario.cpus(), csv);
    }

    /** The run as a diagram for a mail, with the schedule that replays it. */
    public String mail() {
        return mail(RunDiagram.of(machine, path, scenario.cpus()));
    }

    /** The same for a class, without what each call returned. */
    public String mailWithBlanks() {
        return mail(RunDiagram.of(machine, path, scenario.cpus()).withBlanks());
    }

    private String mail(MailDiagram diagram) {
        return diagram + "\n" + MailDiagram.foot(scenario.id(), of(scenario, path)) + ":\n"
                + ScheduleText.format(machine, path) + "\n";
    }

    private static String of(Scenario scenario, int[] path) {
        return " on " + scenario.profile().id()
                + (scenario.patches().isEmpty() ? "" : " with patches " + String.join(",", scenario.patches())) + ", " + Digits.grouped(path.length) + " steps";
    }

    private List<String> begun(RunPath states) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : machine.spec().facts()) {
            int since = states.since(fact.name());
            if (since > 0) {
                lines.add("From step " + since + " on: " + PropertyText.title(fact.name()));
            }
        }
        return lines;
    }

    /** The rows without those of other tasks. */
    private List<Row> chosen(List<Row> rows, List<String> names) {
        if (names.isEmpty()) {
            return rows;
        }
        List<Row> kept = rows.stream().filter(row -> !(row instanceof Row.Course course) || named(course, names)).toList();
        if (kept.stream().noneMatch(Row.Course.class::isInstance)) {
            throw Exhibits.nobodyCalled(names);
        }
        return kept;
    }

    private boolean named(Row.Course course, List<String> names) {
        return names.contains(course.title()) || course.id() instanceof LaneId.TaskLane(int task)
                && names.stream().anyMatch(name -> Exhibits.isNamed(trace.tasks().get(task), name));
    }
}
