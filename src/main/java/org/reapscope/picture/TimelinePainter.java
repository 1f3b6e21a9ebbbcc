package org.reapscope.picture;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;

/**
 * The way into this package: draws a {@link Picture} as seen through a {@link Viewport}, writes its labels, says what lies
 * under a point.
 *
 * <p>A frame costs O(pixels), however many events there are, and drawing into pixels allocates next to nothing. Output
 * depends on nothing but the arguments. A painter belongs to one thread at a time; a second thread uses a second painter.
 * All coordinates are physical pixels from the top left of the picture.
 */
public final class TimelinePainter {

    private final Palette palette;
    private final Raster raster = new Raster();
    private final MarkPainter marks = new MarkPainter();
    private final OverviewPainter overview = new OverviewPainter();
    private @Nullable RowLayout layout;
    private final LastFrame last = new LastFrame();
    private @Nullable Frame frame;

    public TimelinePainter(Palette palette) {
        this.palette = palette;
    }

    public Palette palette() {
        return palette;
    }

    /** Where the rows of the picture lie at this scale: heights, scroll range, row at a height. Cached. */
    public RowLayout layout(Picture picture, double scale) {
        RowLayout known = layout;
        if (known == null || !known.fits(picture, scale)) {
            known = new RowLayout(picture, scale);
            layout = known;
        }
        return known;
    }

    /**
     * Draws everything but text into opaque pixels.
     *
     * @param pixels ARGB, at least {@code viewport.width() * viewport.height()}; all of them are written
     */
    public void paint(Picture picture, Viewport viewport, int[] pixels) {
        last.forget();
        all(begin(picture, viewport, rasterInto(pixels, viewport)));
    }

    /**
     * Draws the same as {@link #paint(Picture, Viewport, int[])} into pixels that nobody else has written to since this last drew
     * into them: where the view has only moved what is still in sight moves with it, and the rest alone is drawn.
     */
    public void repaint(Picture picture, Viewport viewport, int[] pixels) {
        Frame f = begin(picture, viewport, rasterInto(pixels, viewport));
        int by = last.moveTo(f, pixels);
        if (by == Viewport.ELSEWHERE) {
            all(f);
            return;
        }
        int plot = viewport.plotWidth();
        int reach = f.px(Frame.REACH);
        f.only(0, reach + Math.max(0, -by));
        all(f);
        f.only(plot - reach - Math.max(0, by), plot);
        all(f);
        f.all();
        edges(f);
    }

    /** Draws everything but text. */
    public void paint(Picture picture, Viewport viewport, Pen pen) {
        all(begin(picture, viewport, pen));
    }

    private Raster rasterInto(int[] pixels, Viewport viewport) {
        raster.into(pixels, viewport.width(), viewport.height());
        raster.patternsFrom(Math.floorMod(viewport.gridStart() - viewport.gutter(), Raster.PERIODS));
        return raster;
    }

    private void all(Frame f) {
        Picture picture = f.picture;
        Viewport viewport = f.viewport;
        Pen pen = f.pen;
        f.clipToAll();
        pen.fill(0, 0, viewport.width(), viewport.height(), palette.argb(Role.LANE_BG));
        f.clipToBody();
        f.grid(f.layout.bodyTop(), viewport.height());
        List<Row> rows = picture.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (!f.layout.pinned(i) && f.layout.visible(i, viewport)) {
                body(f, rows.get(i), f.layout.y(i, viewport), f.layout.height(i));
            }
        }
        processes(f);
        f.clipToLanes();
        for (int i = 1; i <= picture.sticky(); i++) {
            body(f, rows.get(i), f.layout.y(i, viewport), f.layout.height(i));
        }
        if (picture.sticky() > 0) {
            pen.fill(f.left(), f.layout.bodyTop() - f.px(2), viewport.plotWidth(), f.px(1), palette.argb(Role.LANE_OUTLINE));
        }
        MarkPainter.bands(f);
        SignalPainter.paint(f);
        marks.marks(f);
        edges(f);
    }

    private void edges(Frame f) {
        f.clipToAll();
        List<Row> rows = f.picture.rows();
        for (int i = 0; i < rows.size(); i++) {
            edge(f, rows.get(i), f.layout.y(i, f.viewport), f.layout.height(i));
        }
    }

    /**
     * The texts of the picture, the most important first; names of lanes are left out where the gutter is narrower than 40 design
     * pixels.
     *
     * @param budget how many labels at most, beside names and axis
     */
    public List<Label> labels(Picture picture, Viewport viewport, int budget) {
        return new Labels(begin(picture, viewport, raster), budget).all();
    }

    /** What lies under a point. */
    public Hit hit(Picture picture, Viewport viewport, int x, int y) {
        return HitTest.hit(picture, layout(picture, viewport.scale()), viewport, x, y);
    }

    /**
     * The time to which a cursor snaps: the nearest edge of the lane under the point.
     *
     * @param reach how many pixels away an edge may be; where none is that near, the time at {@code x}
     */
    public long snap(Picture picture, Viewport viewport, int x, int y, int reach) {
        return HitTest.snap(picture, layout(picture, viewport.scale()), viewport, x, y, reach);
    }

    private Frame begin(Picture picture, Viewport viewport, Pen pen) {
        RowLayout rows = layout(picture, viewport.scale());
        Frame known = frame;
        if (known == null) {
            known = new Frame(palette, picture, viewport, rows, pen);
            frame = known;
        }
        known.begin(picture, viewport, rows, pen);
        return known;
    }

    /** A line under the last thread of each process that another follows. */
    private static void processes(Frame f) {
        List<Row> rows = f.picture.rows();
        f.clipToRows();
        for (int i = f.picture.sticky() + 1; i + 1 < rows.size(); i++) {
            if (f.layout.visible(i, f.viewport) && rows.get(i) instanceof Row.States(LaneId.TaskLane _, String _, int process)
                    && rows.get(i + 1) instanceof Row.States(LaneId.TaskLane _, String _, int next) && next != process) {
                f.pen.fill(f.px(12), f.layout.y(i, f.viewport) + f.layout.height(i) + f.px(2), f.viewport.width(), f.px(1), f.argb(Role.GRID));
            }
        }
    }

    private static void body(Frame f, Row row, int y, int height) {
        switch (row) {
            case Row.States states -> {
                if (f.picture.lanes().lane(states.id()) instanceof StateLane lane) {
                    StatePainter.paint(f, lane, y, height);
                }
            }
            case Row.Course course -> CoursePainter.paint(f, course, y, height);
            case Row.Values values -> StripPainter.paint(f, values, y, height);
            case Row.Spans spans -> {
                if (f.picture.lanes().lane(spans.id()) instanceof SpanLane lane) {
                    SpanPainter.paint(f, lane, y, height);
                }
            }
            case Row.Waits waits -> WaitsPainter.paint(f, waits, y, height);
            case Row.Rss rss -> RssPainter.paint(f, rss.mm(), y, height);
            case Row.Addresses addresses -> AddressPainter.paint(f, addresses.space(), y, height);
            case Row.Ruler ignored -> { }
            case Row.Heading ignored -> { }
            case Row.Fold ignored -> { }
            case Row.Overview ignored -> { }
        }
    }

    private void edge(Frame f, Row row, int y, int height) {
        if (row instanceof Row.Ruler) {
            RulerPainter.ruler(f, y, height);
        } else if (row instanceof Row.Overview) {
            overview.paint(f, y, height);
        }
    }
}
