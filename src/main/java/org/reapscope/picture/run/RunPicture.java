package org.reapscope.picture.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.reapscope.analysis.Severity;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.MmView;
import org.reapscope.picture.AddressSpace;
import org.reapscope.picture.Band;
import org.reapscope.picture.KillScene;
import org.reapscope.picture.Mark;
import org.reapscope.picture.MmNames;
import org.reapscope.picture.Picture;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.PlannedRow.Kind;
import org.reapscope.picture.Row;
import org.reapscope.picture.Rows;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.StepAxis;
import org.reapscope.run.GhostRun;
import org.reapscope.run.Recorder;
import org.reapscope.run.RunMarks;
import org.reapscope.run.RunMm;
import org.reapscope.trace.Trace;

/**
 * The picture of a run, the same wherever it is shown: in the window, in an export, in a handout. Its rows are those of a
 * capture where the run's trace tells, and what only the machine knows beside them, over an axis that counts steps.
 */
public final class RunPicture {

    private static final double PAGES_PER_MIB = 256;

    private RunPicture() {}

    /** The picture of a run. O(steps x (tasks + page tables)). */
    public static Scenery of(RunScene scene) {
        Rows rows = new Rows(rows(scene), 0);
        Trace trace = scene.lanes().trace();
        Picture picture = new Picture(trace, scene.lanes(), rows.drawn(), marks(scene), bands(scene),
                new StepAxis(Recorder.START_NS, Recorder.STEP_NS), 0);
        KillScene whole = new KillScene("", Recorder.START_NS, Recorder.timeNs(scene.path().length()), List.of(), List.of(), List.of(), List.of(), null, Set.of(), MmNames.byAddress(trace));
        return new Scenery(scene.lanes(), whole, rows, picture);
    }

    private static List<PlannedRow> rows(RunScene scene) {
        List<PlannedRow> rows = new ArrayList<>();
        rows.add(new PlannedRow("ruler", new Row.Ruler(), Kind.RULER));
        rows.add(new PlannedRow("heading/flags", new Row.Heading(""), Kind.HEADING));
        group(rows, "TASK STATES", new TaskRows(scene).rows());
        boolean kernel = RunMm.count(scene.machine()) > 0;
        AddressSpace space = kernel ? new SpaceOfRun(scene).space() : null;
        if (space != null) {
            group(rows, "ADDRESS SPACE", List.of(new PlannedRow("addresses", new Row.Addresses(space, "address space"), Kind.LANES)));
        }
        group(rows, kernel ? "LOCKS AND COUNTS" : "LOCKS AND VARIABLES", kernel ? new LockRows(scene).rows() : new ProgramRows(scene).rows());
        group(rows, scene.lampsOutdated() ? "STILL POSSIBLE, ON THE KERNEL BEFORE" : "STILL POSSIBLE", LampRows.of(scene));
        return rows;
    }

    private static void group(List<PlannedRow> rows, String title, List<PlannedRow> group) {
        if (!group.isEmpty()) {
            rows.add(new PlannedRow("heading/" + title, new Row.Heading(title), Kind.HEADING));
            rows.addAll(group);
        }
    }

    /** A flag where properties begin to hold, a line where the ghost leaves the run. */
    private static List<Mark> marks(RunScene scene) {
        Machine machine = scene.machine();
        Map<Integer, List<String>> begun = new TreeMap<>();
        for (Fact fact : machine.spec().facts()) {
            int since = scene.path().since(fact.name());
            if (since > 0) {
                begun.computeIfAbsent(since, step -> new ArrayList<>()).add(fact.name());
            }
        }
        List<Mark> marks = new ArrayList<>();
        GhostRun ghost = scene.ghost();
        int parting = ghost == null ? 0 : ghost.firstDifference();
        if (ghost != null && parting > 0) {
            marks.add(new Mark(Recorder.timeNs(parting - 1), -1, Mark.Shape.PARTING, Severity.INFO, ghost.title() + " goes another way", -1));
        }
        begun.forEach((step, names) -> marks.add(new Mark(Recorder.timeNs(step - 1), -1, Mark.Shape.FLAG,
                names.stream().allMatch(PropertyText::good) ? Severity.INFO : Severity.SEVERE,
                String.join(", ", names.stream().map(PropertyText::title).toList()), -1)));
        marks.sort(Comparator.comparingLong(Mark::ns));
        return marks;
    }

    /** The steps after which process_mrelease can find no thread although memory is left: how many, and how much is left. */
    private static List<Band> bands(RunScene scene) {
        RunMarks marks = scene.path().marks();
        List<Band> bands = new ArrayList<>();
        int length = scene.path().length();
        for (int from = marks.nextUnreachable(0, true); from >= 0 && from < length;) {
            int to = Math.min(length, marks.nextUnreachable(from, false));
            bands.add(new Band(Recorder.timeNs(from), Recorder.timeNs(to), String.format(Locale.ROOT, "-ESRCH window: %d step%s, %s",
                    to - from, to - from == 1 ? "" : "s", mebibytes(scene, from + 1))));
            from = marks.nextUnreachable(to, true);
        }
        return bands;
    }

    private static String mebibytes(RunScene scene, int depth) {
        Machine machine = scene.machine();
        long pages = 0;
        for (int mm = 0; mm < RunMm.count(machine); mm++) {
            if (RunMm.unreachable(machine, scene.path().state(depth), mm)) {
                MmView view = new MmView(machine, scene.path().state(depth), 0, mm);
                pages += view.mappedPages() + view.gatheredPages();
            }
        }
        return String.format(Locale.ROOT, pages % (long) PAGES_PER_MIB == 0 ? "%.0f MiB" : "%.1f MiB", pages / PAGES_PER_MIB);
    }
}
