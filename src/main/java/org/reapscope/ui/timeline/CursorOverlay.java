package org.reapscope.ui.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.picture.Gap;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.TiedEvents;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.ui.CaptureModel;

/** Everything that moves over the image without being painted: cursors, selection, hover, notes. */
final class CursorOverlay extends Pane {

    private static final double TIE = 12;
    /** A finding narrower than this is a mark already. */
    private static final double NARROW = 8;

    private final TimelineModel model;
    private final CaptureModel capture;
    private final Rectangle lane = new Rectangle();
    private final PlotFrame finding = new PlotFrame("timeline-finding");
    private final Veil veil = new Veil();
    private final RowLights rows = new RowLights();
    private final PlotFrame hover = new PlotFrame("timeline-hover");
    private final PlotFrame selection = new PlotFrame("timeline-selection");
    private final NoteLayer notes = new NoteLayer();
    private final HitLayer hits = new HitLayer();
    private final DimensionLine dimension = new DimensionLine();
    private final CursorLine a = new CursorLine("timeline-marker", CursorLine.Tag.LEFT_OF_TOP);
    private final CursorLine b = new CursorLine("timeline-marker", CursorLine.Tag.RIGHT_OF_TOP);
    private final CursorLine cursor = new CursorLine("timeline-cursor", CursorLine.Tag.FOOT);
    private final RssReadout rss = new RssReadout();
    private final PlotFrame tie = new PlotFrame("timeline-tie");
    private final Label tieText = new Label("order unknown");
    private final Label tooltip = new Label();
    private @Nullable Plot plot;

    CursorOverlay(TimelineModel model) {
        this.model = model;
        capture = model.capture();
        lane.getStyleClass().add("timeline-lane-selected");
        lane.setManaged(false);
        tooltip.getStyleClass().add("timeline-tooltip");
        tieText.getStyleClass().add("timeline-tie-text");
        for (Label label : new Label[] {tooltip, tieText}) {
            label.setManaged(false);
            label.setVisible(false);
        }
        tooltip.setWrapText(true);
        setMouseTransparent(true);
        setManaged(false);
        getChildren().setAll(lane, veil, rows, finding, hover, selection, hits, notes, dimension, tie, tieText, a, b, rss, cursor, tooltip);
    }

    /** Puts everything where the plot now has it. */
    void place(Plot now, Scenery scenery) {
        plot = now;
        Trace trace = scenery.lanes().trace();
        lane(now, scenery);
        veil.place(now, model.futureNs().get());
        rows.place(now, scenery, model.framed(), model.dimmed());
        Finding found = capture.selectedFinding().get();
        if (found != null && now.x(found.endNs()) - now.x(found.startNs()) > NARROW) {
            finding.place(now, found.startNs(), found.endNs(), now.top(), now.bottom());
        } else {
            finding.setVisible(false);
        }
        selection(now, scenery);
        notes.place(now, capture.notes());
        hits.place(now, scenery, capture.hits().get());
        long from = capture.markerA().get();
        long to = capture.markerB().get();
        a.place(now, from, "A");
        b.place(now, to, "B");
        if (from != CaptureModel.UNSET && to != CaptureModel.UNSET) {
            dimension.place(now, Math.min(from, to), Math.max(from, to), Gap.between(trace, from, to).text());
        } else {
            dimension.setVisible(false);
        }
        long ns = capture.cursorNs().get();
        cursor.place(now, ns, ns == CaptureModel.UNSET ? "" : model.moment(ns));
        rss.place(now, scenery, ns);
        tie(now, trace);
    }

    private void lane(Plot now, Scenery scenery) {
        int row = model.selectedRow();
        boolean shown = row >= 0 && row < scenery.rows().size() && now.rowBottom(row) > now.visibleTop(row)
                && now.rowTop(row) < now.bottom();
        lane.setVisible(shown);
        if (shown) {
            double top = now.visibleTop(row);
            double bottom = Math.min(now.bottom(), now.rowBottom(row));
            lane.setX(2);
            lane.setY(top);
            lane.setWidth(now.left() - 4);
            lane.setHeight(Math.max(0, bottom - top));
        }
    }

    /** Frames the interval that begins with the selected event: in the selected lane, or in its task's if it is not of that lane. */
    private void selection(Plot now, Scenery scenery) {
        selection.setVisible(false);
        int event = capture.selectedRow().get();
        Trace trace = scenery.lanes().trace();
        if (event < 0 || event >= trace.size()) {
            return;
        }
        int lane = model.selectedRow();
        int row = lane >= 0 && lane < scenery.rows().size() && scenery.rows().get(lane).subject().has(trace, event) ? lane
                : now.layout().rowOfTask(trace.task(event));
        if (row < 0 || row >= scenery.rows().size()) {
            return;
        }
        long ns = trace.tsNs(event);
        for (LaneId id : scenery.rows().get(row).row().lanes()) {
            Lane shown = scenery.lanes().lane(id);
            int interval = shown == null ? -1 : shown.at(ns);
            if (shown != null && interval >= 0) {
                selection.place(now, shown.startNs(interval), shown.endNs(interval), now.visibleTop(row), now.rowBottom(row));
            }
        }
    }

    private void tie(Plot now, Trace trace) {
        int event = capture.selectedRow().get();
        TiedEvents ties = event < 0 || event >= trace.size() ? TiedEvents.NONE : TiedEvents.of(trace, event);
        boolean shown = ties.others() > 0 && now.shows(trace.tsNs(event));
        tie.setVisible(shown);
        tieText.setVisible(shown);
        if (shown) {
            tie.place(now, ties.firstNs(), ties.lastNs(), now.top(), now.top() + TIE);
            tieText.setText(ties.text());
            double width = tieText.prefWidth(-1);
            double x = Math.clamp(now.inside(ties.lastNs()) + 4, now.left(), Math.max(now.left(), now.right() - width));
            tieText.resizeRelocate(Math.round(x), Math.round(now.top()), width, tieText.prefHeight(width));
        }
    }

    /** Frames what the pointer is on and says what it is; the image is not redrawn. */
    void hover(int row, long startNs, long endNs, String text, double x, double y) {
        Plot now = plot;
        if (now == null) {
            return;
        }
        hover.place(now, startNs, endNs, now.visibleTop(row), now.rowBottom(row));
        say(text, x, y);
    }

    /** Shows a tooltip beside the pointer. */
    void say(String text, double x, double y) {
        if (!tooltip.getText().equals(text)) {
            tooltip.setText(text);
        }
        double most = Math.max(160, Math.min(420, getWidth() - 24));
        double width = Math.min(most, tooltip.prefWidth(-1));
        double height = tooltip.prefHeight(width);
        double left = Math.clamp(x + 14, 4, Math.max(4, getWidth() - width - 8));
        double top = y + 18 + height > getHeight() ? y - height - 10 : y + 18;
        tooltip.resizeRelocate(Math.round(left), Math.round(Math.max(2, top)), width, height);
        tooltip.setVisible(true);
    }

    void hoverNothing() {
        hover.setVisible(false);
        tooltip.setVisible(false);
    }
}
