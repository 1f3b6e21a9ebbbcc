package org.reapscope.picture;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;

/** Finds what lies under a point of a timeline, and the edge next to it. */
final class HitTest {

    private static final int REACH = 7;

    private HitTest() {}

    static Hit hit(Picture picture, RowLayout layout, Viewport viewport, int x, int y) {
        int row = layout.rowAt(y, viewport);
        boolean overview = row >= 0 && picture.rows().get(row) instanceof Row.Overview;
        boolean gutter = x < viewport.gutter();
        long ns = overview ? OverviewPainter.ns(picture, viewport, x) : viewport.ns(x);
        Mark mark = overview || gutter ? null : mark(picture, layout, viewport, x, y);
        List<LaneId> lanes = row < 0 ? List.of() : picture.rows().get(row).lanes();
        LaneId id = lane(picture, lanes, viewport, x);
        Lane lane = id == null ? null : picture.lanes().lane(id);
        int interval = lane == null || gutter ? -1 : interval(lane, viewport, x, y - layout.y(row, viewport), layout.height(row));
        int traceRow = mark != null ? mark.row() : interval >= 0 && lane != null ? lane.row(interval) : -1;
        return new Hit(row, ns, id, interval, traceRow, mark, overview, gutter);
    }

    /** The edge of the row's lane that is nearest to x, if within {@code reach} pixels, else the time at x. */
    static long snap(Picture picture, RowLayout layout, Viewport viewport, int x, int y, int reach) {
        long ns = viewport.ns(x);
        long best = ns;
        double bestDistance = reach * viewport.nsPerPixel();
        int row = layout.rowAt(y, viewport);
        for (LaneId id : row < 0 ? List.<LaneId>of() : picture.rows().get(row).lanes()) {
            Lane lane = picture.lanes().lane(id);
            if (lane != null) {
                long before = lane.previousEdge(ns == Long.MAX_VALUE ? ns : ns + 1);
                long after = lane.nextEdge(ns);
                if (before != Lane.NO_PREVIOUS && ns - before <= bestDistance) {
                    bestDistance = ns - before;
                    best = before;
                }
                if (after != Lane.NO_NEXT && after - ns < bestDistance) {
                    bestDistance = after - ns;
                    best = after;
                }
            }
        }
        return best;
    }

    /** The row's lane that has most to say at x: the greatest counter, the lock that is waited for; else the first. */
    private static @Nullable LaneId lane(Picture picture, List<LaneId> lanes, Viewport viewport, int x) {
        LaneId best = lanes.isEmpty() ? null : lanes.getFirst();
        long most = -1;
        long from = viewport.ns(x) - reachNs(viewport);
        long to = viewport.ns(x) + reachNs(viewport);
        for (int i = 0; lanes.size() > 1 && i < lanes.size(); i++) {
            long weight = switch (picture.lanes().lane(lanes.get(i))) {
                case CounterLane counter when counter.at(to) >= 0 -> counter.value(counter.at(to));
                case SpanLane spans when spans.touchingNs(from, to).length > 0 -> 1;
                case null, default -> -1;
            };
            if (weight > most) {
                most = weight;
                best = lanes.get(i);
            }
        }
        return best;
    }

    private static int interval(Lane lane, Viewport viewport, int x, int dy, int height) {
        long from = viewport.ns(x);
        long to = Math.max(from, viewport.ns(x + 1) - 1);
        return switch (lane) {
            case StateLane states -> mostSevere(states, from, to);
            case SpanLane spans -> span(spans, from - reachNs(viewport), to + reachNs(viewport), dy, height);
            case CounterLane counter -> counter.at(to);
        };
    }

    private static long reachNs(Viewport viewport) {
        return Math.round(2 * viewport.nsPerPixel());
    }

    /** Of the intervals of a pixel the one that the painter shows; the pixel's first 4096 are looked at. */
    private static int mostSevere(StateLane lane, long from, long to) {
        int last = lane.at(to);
        int best = last;
        for (int i = last; i >= 0 && i > last - 4096 && lane.endNs(i) >= from; i--) {
            boolean inside = lane.startNs(i) >= from || lane.endNs(i) > from;
            if (inside && lane.state(i).ordinal() > lane.state(best).ordinal()) {
                best = i;
            }
        }
        return best;
    }

    private static int span(SpanLane lane, long from, long to, int dy, int height) {
        int best = -1;
        for (int span : lane.touchingNs(from, to)) {
            int top = SpanPainter.top(lane, span, height);
            if (dy >= top && dy < top + SpanPainter.thickness(lane, height) || best < 0) {
                best = span;
            }
        }
        return best;
    }

    private static @Nullable Mark mark(Picture picture, RowLayout layout, Viewport viewport, int x, int y) {
        int reach = viewport.px(REACH);
        List<Mark> marks = picture.marks();
        Mark best = null;
        for (int i = MarkPainter.firstAtOrAfter(marks, viewport.ns(x - 2 * reach)); i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int mx = viewport.x(mark.ns());
            if (mx > x + reach) {
                break;
            }
            int row = mark.task() < 0 ? -1 : layout.rowOfTask(mark.task());
            int my = row < 0 ? layout.lanesTop() + viewport.px(8) : layout.y(row, viewport) + layout.height(row) / 2;
            boolean atFlag = mark.shape() == Mark.Shape.FLAG && x >= mx - reach / 2 && x <= mx + 2 * reach
                    && y >= layout.lanesTop() && y <= layout.lanesTop() + viewport.px(16);
            boolean near = Math.abs(mx - x) <= reach && Math.abs(my - y) <= reach;
            if ((atFlag || near) && (best == null || mark.severity().compareTo(best.severity()) > 0)) {
                best = mark;
            }
        }
        return best;
    }
}
