package org.reapscope.ui.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.report.LampRow;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.Vma;
import org.reapscope.picture.Framing;
import org.reapscope.picture.Row;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.TimeView;
import org.reapscope.picture.run.RunPicture;
import org.reapscope.picture.run.RunScene;
import org.reapscope.run.GhostRun;
import org.reapscope.run.Recorder;
import org.reapscope.run.RunPath;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.TimelineActions;
import org.reapscope.ui.timeline.KeptLook;
import org.reapscope.ui.timeline.TimelineModel;
import org.reapscope.ui.timeline.TimelineView;

/**
 * The picture of a run in the timeline of every trace. The cursor is the present step: moving either moves the other; what
 * lies after it is pale. The picture is made anew when the run, its ghost or its lamps change, in the background where it is long.
 */
final class RunTimeline extends StackPane {

    /** A longer run is drawn in the background. */
    private static final int LONG = 2500;
    /** How many steps are in sight: the least of these that shows all, so that the scale changes seldom. */
    private static final int[] IN_SIGHT = {16, 32, 64, 96};

    private final RunModel model;
    private final LampsModel lamps;
    private final AppContext context;
    private final CaptureModel capture;
    private final TimelineModel timeline;
    private final TimelineView view;
    private final Recording recording = new Recording();
    private List<String> pointedAt = List.of();
    private boolean answersKept;
    private boolean busy;
    private @Nullable Wish shown;
    private int shownDepth = -1;
    private int shownLength = -1;
    private @Nullable TimeView placed;

    /** What a picture is made of; two that are equal give the same picture. */
    private record Wish(Machine machine, int generation, List<LampRow> lamps, boolean outdated, @Nullable GhostRun ghost) {}

    /** The recorder of the run, used by one job at a time. */
    private static final class Recording {

        private @Nullable Recorder recorder;

        Lanes lanes(RunPath path, int cpus, String name) {
            Recorder known = recorder;
            if (known == null || !known.records(path.machine()) || !known.leadsTo(path.tasks())) {
                known = new Recorder(path.machine(), cpus);
                recorder = known;
            }
            known.extend(path.tasks());
            Trace trace = known.trace(name);
            return Lanes.of(trace, Progress.NONE);
        }
    }

    RunTimeline(RunModel model, LampsModel lamps, AppContext context) {
        this.model = model;
        this.lamps = lamps;
        this.context = context;
        capture = new CaptureModel(model.file());
        timeline = TimelineModel.shownFromOutside(capture);
        KeptLook.keep(timeline, context.preferences());
        view = new TimelineView(timeline);
        getChildren().setAll(view);
        getStyleClass().add("run-timeline");
        setMinHeight(120);
        for (Observable source : List.of(model.revision(), lamps.revision(), context.presenting().answersHidden(),
                context.presenting().on(), context.presenting().spotlight())) {
            source.addListener((Observable o) -> follow());
        }
        capture.cursorNs().addListener((o, was, is) -> jump(is.longValue()));
        follow();
    }

    /** What commands do to it. */
    TimelineActions actions() {
        return view.actions();
    }

    /** The moment under the pointer, {@link CaptureModel#UNSET} if it is elsewhere. */
    ReadOnlyLongProperty pointerNs() {
        return timeline.pointerNs();
    }

    /** The step that a moment falls into, from 1; 0 if none does. */
    int stepAt(long ns) {
        long step = Math.floorDiv(ns - Recorder.START_NS, Recorder.STEP_NS);
        return step < 0 || step >= model.path().length() ? 0 : (int) step + 1;
    }

    /** The trace of the run, as the timeline shows it. */
    CaptureModel capture() {
        return capture;
    }

    /** Frames the rows of these tasks, locks and fields. */
    void pointAt(List<String> names) {
        pointedAt = List.copyOf(names);
        frameRows();
    }

    /** What is still possible is not told in this picture, whatever is told elsewhere. */
    void keepAnswers() {
        answersKept = true;
        follow();
    }

    @Override
    public void requestFocus() {
        view.requestFocus();
    }

    private boolean answersHidden() {
        return answersKept || context.presenting().answersHidden().get();
    }

    private Wish wish() {
        List<LampRow> open = answersHidden() ? List.of() : lamps.rows().stream().filter(row -> row.decisive() != 0).toList();
        return new Wish(model.machine(), model.path().generation(), open, lamps.outdated(), model.ghost().orElse(null));
    }

    private void follow() {
        Wish wanted = wish();
        if (wanted.equals(shown)) {
            stand();
            return;
        }
        if (busy) {
            return;
        }
        RunPath path = model.path().copy();
        List<Vma> vmas = model.vmas();
        int cpus = model.scenario().cpus();
        String name = model.scenario().id();
        if (path.length() < LONG) {
            show(wanted, RunPicture.of(scene(wanted, path, vmas, recording.lanes(path, cpus, name))));
            return;
        }
        busy = true;
        context.jobs().start(job -> RunPicture.of(scene(wanted, path, vmas, recording.lanes(path, cpus, name))), scenery -> {
            busy = false;
            show(wanted, scenery);
            follow();
        }, e -> {
            busy = false;
            capture.narration().set("The run cannot be drawn: " + e.getMessage());
        });
    }

    private static RunScene scene(Wish wanted, RunPath path, List<Vma> vmas, Lanes lanes) {
        return new RunScene(path, vmas, lanes, wanted.ghost(), wanted.lamps(), wanted.outdated());
    }

    private void show(Wish wanted, Scenery scenery) {
        shown = wanted;
        capture.show(scenery.lanes().trace(), scenery.lanes());
        timeline.show(scenery);
        stand();
    }

    /** The cursor at the present step, and the step in sight. */
    private void stand() {
        int depth = model.depth();
        int length = model.path().length();
        long now = Recorder.timeNs(depth);
        capture.cursorNs().set(now);
        timeline.futureNs().set(depth < length ? now : CaptureModel.UNSET);
        boolean untouched = placed == null || placed.equals(capture.view().get());
        if (untouched && (depth != shownDepth || length != shownLength)) {
            look(usual(depth, length));
        } else if (depth != shownDepth) {
            capture.view().set(Framing.revealing(capture.view().get(), now));
        }
        shownDepth = depth;
        shownLength = length;
        frameRows();
    }

    private void look(TimeView wanted) {
        placed = wanted;
        capture.view().set(wanted);
    }

    /** As many steps as can be read, the present one among them. */
    private TimeView usual(int depth, int length) {
        int seen = IntStream.of(IN_SIGHT).filter(steps -> steps >= length + 2).findFirst().orElse(IN_SIGHT[IN_SIGHT.length - 1]);
        int first = length + 2 <= seen ? 0 : Math.clamp(depth - seen * 3 / 4, 0, length + 2 - seen);
        TimeView before = placed;
        if (before != null && depth >= shownFirst(before) + 1 && depth <= shownFirst(before) + seen - 2 && length + 2 > seen) {
            first = Math.min(shownFirst(before), length + 2 - seen);
        }
        return new TimeView(Recorder.timeNs(first - 1), Recorder.timeNs(first + seen));
    }

    private static int shownFirst(TimeView view) {
        return Recorder.depthAt(view.startNs() + Recorder.STEP_NS, Integer.MAX_VALUE);
    }

    private void jump(long ns) {
        if (ns != CaptureModel.UNSET && shown != null) {
            model.jump(Recorder.depthAt(ns, model.path().length()));
            if (capture.cursorNs().get() != Recorder.timeNs(model.depth())) {
                capture.cursorNs().set(Recorder.timeNs(model.depth()));
            }
        }
    }

    private void frameRows() {
        Scenery scenery = timeline.scenery().get();
        if (scenery == null) {
            return;
        }
        timeline.framed().clear();
        pointedAt.forEach(name -> {
            String key = PointedRow.of(scenery.rows(), name);
            if (!key.isEmpty()) {
                timeline.framed().add(key);
            }
        });
        timeline.dimmed().clear();
        if (context.presenting().on().get() && context.presenting().spotlight().get() && model.depth() > 0) {
            String stepped = model.machine().spec().tasks().get(model.path().task(model.depth() - 1)).name();
            long before = Recorder.timeNs(model.depth() - 1) - 1;
            long after = Recorder.timeNs(model.depth()) - 1;
            scenery.rows().planned().stream().filter(row -> switch (row.row()) {
                case Row.Course course -> !course.title().equals(stepped);
                case Row.Values values -> Objects.equals(at(values, before), at(values, after));
                default -> false;
            }).forEach(row -> timeline.dimmed().add(row.key()));
        }
    }

    private static String at(Row.Values values, long ns) {
        int piece = values.strips().at(ns);
        return piece < 0 ? "" : values.strips().pieces().get(piece).strip().toString();
    }
}
