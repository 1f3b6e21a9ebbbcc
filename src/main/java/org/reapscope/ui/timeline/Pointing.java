package org.reapscope.ui.timeline;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.picture.Aggregate;
import org.reapscope.picture.Hit;
import org.reapscope.picture.Mark;
import org.reapscope.picture.Narrator;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Scenery;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.ui.CaptureModel;

/** What pointing at something in the timeline means: saying what it is, selecting it, fitting it, measuring. */
final class Pointing {

    private static final double REACH = 7;

    private final TimelineView view;
    private final TimelineModel model;
    private final Navigator navigator;
    private final CaptureModel capture;
    private final CursorOverlay overlay;

    Pointing(TimelineView view, TimelineModel model, Navigator navigator, CursorOverlay overlay) {
        this.view = view;
        this.model = model;
        this.navigator = navigator;
        this.overlay = overlay;
        capture = model.capture();
    }

    /** Says what lies under the pointer. */
    void hover(double x, double y) {
        Hit hit = view.hit(x, y);
        Scenery scenery = model.scenery().get();
        if (hit == null || scenery == null || hit.overview() || hit.row() < 0 && hit.mark() == null) {
            overlay.hoverNothing();
            return;
        }
        Mark mark = hit.mark();
        Finding finding = mark == null ? null : finding(mark);
        Lane lane = hit.lane() == null ? null : scenery.lanes().lane(hit.lane());
        String name = hit.gutter() && hit.row() >= 0 ? LaneNames.tip(scenery, hit.row(), view.plot()) : "";
        String shown = hit.row() < 0 || hit.gutter() ? "" : ShownByRow.at(scenery.rows().get(hit.row()).row(), hit.ns());
        if (mark != null) {
            overlay.hoverNothing();
            overlay.say(finding == null ? mark.text() : finding.text(), x, y);
        } else if (!name.isEmpty()) {
            overlay.hoverNothing();
            overlay.say(name, x, y);
        } else if (!shown.isEmpty()) {
            overlay.hoverNothing();
            overlay.say(shown, x, y);
        } else if (lane != null && hit.interval() >= 0) {
            overlay.hover(hit.row(), lane.startNs(hit.interval()), lane.endNs(hit.interval()),
                    new Narrator(scenery.lanes().trace(), scenery.episode().names()).interval(lane, hit.interval()), x, y);
        } else {
            overlay.hoverNothing();
        }
    }

    void hoverNothing() {
        overlay.hoverNothing();
    }

    /** Selects what was clicked: a row by its name, a mark's finding, the event near the pointer, else the interval under it. */
    void click(double x, double y, boolean snap) {
        model.pointing(() -> clicked(x, y, snap));
    }

    private void clicked(double x, double y, boolean snap) {
        Hit hit = view.hit(x, y);
        Scenery scenery = model.scenery().get();
        if (hit == null || scenery == null || hit.overview()) {
            return;
        }
        if (hit.row() >= 0) {
            PlannedRow row = scenery.rows().get(hit.row());
            switch (row.kind()) {
                case FOLD -> model.toggleFold(row.key());
                case LANES -> model.selectedLane().set(row.key());
                case RULER, HEADING, OVERVIEW -> { }
            }
        }
        Finding finding = hit.mark() == null ? null : finding(hit.mark());
        if (finding != null) {
            capture.selectedFinding().set(finding);
            model.select(hit.traceRow());
            capture.narration().set(finding.text());
        } else if (!hit.gutter()) {
            select(hit, scenery, x, y, snap);
        }
    }

    private void select(Hit hit, Scenery scenery, double x, double y, boolean snap) {
        Trace trace = scenery.lanes().trace();
        Plot plot = view.plot();
        long reach = plot == null || !snap ? -1 : plot.ns(x + REACH) - plot.ns(x);
        int event = hit.row() < 0 ? -1 : Snap.toEvent(trace, scenery.rows().get(hit.row()).subject(), hit.ns(), reach);
        Lane lane = hit.lane() == null ? null : scenery.lanes().lane(hit.lane());
        if (lane != null && hit.interval() >= 0) {
            capture.narration().set(new Narrator(trace, scenery.episode().names()).interval(lane, hit.interval()));
        } else if (event >= 0) {
            capture.narration().set(model.sentence(event));
        }
        capture.selectedRow().set(event >= 0 ? event : hit.traceRow());
        capture.cursorNs().set(event >= 0 ? trace.tsNs(event) : view.snapped(x, y, snap ? REACH : 0));
    }

    /** Fits the view to what was clicked twice. */
    void open(double x, double y) {
        Hit hit = view.hit(x, y);
        Scenery scenery = model.scenery().get();
        Lane lane = hit == null || scenery == null || hit.lane() == null ? null : scenery.lanes().lane(hit.lane());
        if (hit != null && hit.mark() == null && lane != null && hit.interval() >= 0) {
            navigator.fit(lane.startNs(hit.interval()), lane.endNs(hit.interval()));
        } else if (hit != null && hit.mark() != null) {
            navigator.focusSelection();
        }
    }

    /** The moment at a point, drawn to an edge nearby if {@code snap}. */
    long momentAt(double x, double y, boolean snap) {
        return view.snapped(x, y, snap ? REACH : 0);
    }

    /** Says what the row at this height comes to between A and B. */
    void sumUp(double y) {
        Plot plot = view.plot();
        Hit hit = plot == null ? null : view.hit(plot.left() + 1, y);
        Scenery scenery = model.scenery().get();
        Lane lane = hit == null || scenery == null || hit.lane() == null ? null : scenery.lanes().lane(hit.lane());
        long a = capture.markerA().get();
        long b = capture.markerB().get();
        if (scenery != null && hit != null && lane != null && hit.lane() != null && a != b) {
            Trace trace = scenery.lanes().trace();
            String sum = Aggregate.of(trace, lane, Math.min(a, b), Math.max(a, b));
            capture.narration().set(new Narrator(trace, scenery.episode().names()).name(lane.id()) + ": " + (sum.isEmpty() ? "nothing known" : sum) + ".");
        }
    }

    /** Scrolls so that a row can be seen; does nothing for -1. */
    void reveal(int row) {
        Plot plot = view.plot();
        if (plot != null && row >= 0 && !plot.layout().pinned(row)) {
            double above = plot.scrolledTop() - plot.rowTop(row);
            double below = plot.rowBottom(row) - plot.bottom();
            if (above > 0) {
                view.scrollRows(-above);
            } else if (below > 0) {
                view.scrollRows(below);
            }
        }
    }

    private @Nullable Finding finding(Mark mark) {
        for (Finding finding : capture.findings()) {
            boolean same = finding.rows().isEmpty() ? mark.row() < 0 : finding.rows().getFirst() == mark.row();
            if (same && (finding.startNs() == mark.ns() || finding.endNs() == mark.ns())) {
                return finding;
            }
        }
        return null;
    }
}
