package org.reapscope.ui.timeline;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.picture.Framing;
import org.reapscope.picture.Narrator;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.RowPlan;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.TimeView;
import org.reapscope.picture.WakeCauses;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.TimelineActions;

/** What the commands do to a timeline. */
public final class Navigator implements TimelineActions {

    private static final double ZOOM_STEP = 0.75;
    private static final double PAN_STEP = 0.2;

    private final TimelineModel model;
    private final CaptureModel capture;
    private @Nullable TimeView focused;

    public Navigator(TimelineModel model) {
        this.model = model;
        capture = model.capture();
    }

    @Override
    public void zoomIn() {
        zoom(ZOOM_STEP);
    }

    @Override
    public void zoomOut() {
        zoom(1 / ZOOM_STEP);
    }

    /** Zooms by a factor (below 1 comes closer), keeping the moment under the pointer, else the cursor, where it is. */
    public void zoom(double factor) {
        TimeView view = capture.view().get();
        long fixed = view.startNs() + view.widthNs() / 2;
        if (model.pointerNs().get() != CaptureModel.UNSET) {
            fixed = model.pointerNs().get();
        } else if (capture.cursorNs().get() >= view.startNs() && capture.cursorNs().get() <= view.endNs()) {
            fixed = capture.cursorNs().get();
        }
        model.look(view.zoomed(factor, fixed));
    }

    @Override
    public void panLeft() {
        pan(-PAN_STEP);
    }

    @Override
    public void panRight() {
        pan(PAN_STEP);
    }

    /** Pans by a share of the view's width; positive towards later times. */
    public void pan(double share) {
        TimeView view = capture.view().get();
        model.look(view.moved(Math.round(view.widthNs() * share)));
    }

    @Override
    public void nextEvent(boolean extend) {
        step(1, extend);
    }

    @Override
    public void previousEvent(boolean extend) {
        step(-1, extend);
    }

    private void step(int direction, boolean extend) {
        Trace trace = capture.trace().get();
        if (trace == null) {
            return;
        }
        int from = capture.selectedRow().get();
        if (from < 0) {
            long ns = capture.cursorNs().get() == CaptureModel.UNSET ? capture.view().get().startNs() : capture.cursorNs().get();
            from = trace.rowAtOrAfter(ns) - (direction > 0 ? 1 : 0);
        }
        int to = direction > 0 ? model.subject().next(trace, from) : model.subject().previous(trace, from);
        if (to < 0) {
            return;
        }
        if (extend && capture.markerA().get() == CaptureModel.UNSET && from >= 0 && from < trace.size()) {
            capture.markerA().set(trace.tsNs(from));
        }
        model.select(to);
        if (extend) {
            capture.markerB().set(trace.tsNs(to));
        }
    }

    @Override
    public void laneDown() {
        lane(1);
    }

    @Override
    public void laneUp() {
        lane(-1);
    }

    private void lane(int direction) {
        Scenery shown = model.scenery().get();
        if (shown != null) {
            int row = shown.rows().next(model.selectedRow(), direction);
            if (row >= 0 && row < shown.rows().size()) {
                PlannedRow next = shown.rows().get(row);
                model.selectedLane().set(next.key());
                capture.narration().set(describe(shown, next));
            }
        }
    }

    /** What a lane shows at the cursor. */
    private String describe(Scenery shown, PlannedRow row) {
        Narrator narrator = new Narrator(shown.lanes().trace(), shown.episode().names());
        long ns = capture.cursorNs().get();
        if (row.row().lanes().isEmpty()) {
            return row.row().title();
        }
        LaneId id = row.row().lanes().getFirst();
        Lane lane = shown.lanes().lane(id);
        int interval = lane == null || ns == CaptureModel.UNSET ? -1 : lane.at(ns);
        return interval < 0 || lane == null ? narrator.name(id) : narrator.interval(lane, interval);
    }

    @Override
    public void focusSelection() {
        long[] span = selection();
        if (span.length == 0) {
            return;
        }
        TimeView view = capture.view().get();
        boolean again = Objects.equals(focused, view) || Framing.shows(view, span[0], span[1]) && focused == null;
        if (again || span[1] - span[0] > view.widthNs()) {
            look(span[0], span[1], true);
        } else {
            model.look(view.moved(span[0] + (span[1] - span[0]) / 2 - view.startNs() - view.widthNs() / 2));
        }
        focused = capture.view().get();
    }

    /** Fits the view to a span. */
    public void fit(long startNs, long endNs) {
        look(startNs, endNs, false);
    }

    private void look(long startNs, long endNs, boolean context) {
        Trace trace = capture.trace().get();
        if (trace != null) {
            model.look(Framing.around(startNs, endNs, context ? Framing.context(trace) : Framing.least(trace)));
        }
    }

    @Override
    public void rangeToSelection() {
        long[] span = selection();
        if (span.length > 0) {
            capture.markerA().set(span[0]);
            capture.markerB().set(span[1]);
        }
    }

    @Override
    public void zoomToRange() {
        long a = capture.markerA().get();
        long b = capture.markerB().get();
        if (a != CaptureModel.UNSET && b != CaptureModel.UNSET && a != b) {
            look(Math.min(a, b), Math.max(a, b), false);
        }
    }

    @Override
    public void fitAll() {
        Trace trace = capture.trace().get();
        if (trace != null) {
            model.look(Framing.whole(trace));
        }
    }

    @Override
    public void home() {
        model.select(0);
    }

    @Override
    public void end() {
        Trace trace = capture.trace().get();
        if (trace != null) {
            model.select(trace.size() - 1);
        }
    }

    @Override
    public void followCause() {
        follow(false);
    }

    @Override
    public void followEffect() {
        follow(true);
    }

    private void follow(boolean effect) {
        Scenery shown = model.scenery().get();
        int row = capture.selectedRow().get();
        if (shown != null && row >= 0) {
            WakeCauses causes = new WakeCauses(shown.lanes());
            int to = effect ? causes.effectOf(row) : causes.causeOf(row);
            if (to >= 0) {
                model.select(to);
            } else {
                capture.narration().set("The trace does not tell what this event " + (effect ? "brought about." : "came from."));
            }
        }
    }

    @Override
    public void setMarkerA() {
        if (capture.cursorNs().get() != CaptureModel.UNSET) {
            capture.markerA().set(capture.cursorNs().get());
        }
    }

    @Override
    public void setMarkerB() {
        if (capture.cursorNs().get() != CaptureModel.UNSET) {
            capture.markerB().set(capture.cursorNs().get());
        }
    }

    @Override
    public void clear() {
        capture.markerA().set(CaptureModel.UNSET);
        capture.markerB().set(CaptureModel.UNSET);
        capture.selectedRow().set(-1);
        capture.selectedFinding().set(null);
        capture.narration().set("");
    }

    @Override
    public void togglePin() {
        String key = model.selectedLane().get();
        if (isLane(key) && !capture.pinnedLanes().remove(key)) {
            capture.pinnedLanes().add(key);
        }
    }

    @Override
    public void hideLane() {
        String key = model.selectedLane().get();
        if (isLane(key)) {
            laneDown();
            capture.pinnedLanes().remove(key);
            capture.hiddenLanes().add(key);
        }
    }

    @Override
    public void showAllLanes() {
        capture.hiddenLanes().clear();
        for (RowPlan.Group group : RowPlan.Group.values()) {
            model.unfolded().add(group);
        }
    }

    @Override
    public void nextOrder() {
        model.order().set(model.order().get().next());
    }

    @Override
    public void toggleLegend() {
        model.legend().set(!model.legend().get());
    }

    private boolean isLane(String key) {
        Scenery shown = model.scenery().get();
        int row = shown == null ? -1 : shown.rows().indexOf(key);
        return shown != null && row >= 0 && shown.rows().get(row).kind() == PlannedRow.Kind.LANES;
    }

    /** Where what is selected begins and ends: the finding, the interval that the event begins, the event; empty if nothing is. */
    private long[] selection() {
        Finding finding = capture.selectedFinding().get();
        int row = capture.selectedRow().get();
        if (finding != null && (row < 0 || finding.rows().contains(row))) {
            return new long[] {finding.startNs(), finding.endNs()};
        }
        Scenery shown = model.scenery().get();
        if (shown == null || row < 0) {
            return new long[0];
        }
        long ns = shown.lanes().trace().tsNs(row);
        for (LaneId id : model.subject().lanes()) {
            Lane lane = shown.lanes().lane(id);
            int interval = lane == null ? -1 : lane.at(ns);
            if (lane != null && interval >= 0 && lane.startNs(interval) == ns) {
                return new long[] {ns, lane.endNs(interval)};
            }
        }
        return new long[] {ns, ns};
    }
}
