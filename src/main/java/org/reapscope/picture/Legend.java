package org.reapscope.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Signals;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** What the colours and patterns of one picture mean: a sample and a word for everything that occurs in it, and for nothing else. */
public final class Legend {

    static final String HELD_BY_READER = "lock held by a reader";
    static final String HELD_BY_WRITER = "lock held by a writer";
    static final String WAITS = "waits for a lock";
    private static final int SWATCH = 30;
    private static final int TALL = 14;
    private static final int LINE = 24;
    private static final int GAP = 18;
    private static final int SIZE = 11;

    /** Draws a sample into a rectangle. */
    interface Sample {
        void draw(Frame frame, int x, int y, int width, int height);
    }

    record Entry(String text, Sample sample) {}

    private record Placed(Entry entry, int x, int y) {}

    private final Frame frame;
    private final Viewport viewport;
    private final List<Placed> placed = new ArrayList<>();
    private int height;

    private Legend(Frame frame, Viewport viewport, int width) {
        this.frame = frame;
        this.viewport = viewport;
        int x = 0;
        int y = 0;
        for (Entry entry : entries()) {
            int wide = viewport.px(SWATCH + 6) + Label.guessedWidth(entry.text(), viewport.px(SIZE));
            if (x > 0 && x + wide > width) {
                x = 0;
                y += viewport.px(LINE);
            }
            placed.add(new Placed(entry, x, y));
            x += wide + viewport.px(GAP);
        }
        height = placed.isEmpty() ? 0 : y + viewport.px(LINE);
    }

    /**
     * The legend of a picture as seen through a viewport.
     *
     * @param width how wide it may become, in pixels
     */
    public static Legend of(Picture picture, Viewport viewport, Palette palette, int width) {
        Frame frame = new Frame(palette, picture, viewport, new RowLayout(picture, viewport.scale()), new Raster());
        frame.begin(picture, viewport, frame.layout, frame.pen);
        return new Legend(frame, viewport, width);
    }

    /** Its height in pixels, 0 if there is nothing to explain. */
    public int height() {
        return height;
    }

    /** Draws the samples, the legend's top left corner being at 0, 0. */
    public void paint(Pen pen) {
        frame.begin(frame.picture, viewport, frame.layout, pen);
        for (Placed p : placed) {
            p.entry.sample.draw(frame, p.x, p.y + viewport.px(4), viewport.px(SWATCH), viewport.px(TALL));
        }
    }

    /** Its words. */
    public List<Label> labels() {
        return placed.stream().map(p -> new Label(p.x + viewport.px(SWATCH + 6), p.y + viewport.px(15),
                viewport.width(), viewport.px(SIZE), p.entry.text, Role.TEXT, Label.Anchor.START, false)).toList();
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (TaskState state : states()) {
            entries.add(new Entry(state.title(), (f, x, y, w, h) -> StatePainter.state(f, state, x, y, w, h)));
        }
        locks(entries);
        memory(entries);
        for (Entry ofRun : LegendOfRun.of(frame)) {
            if (entries.stream().noneMatch(known -> known.text().equals(ofRun.text()))) {
                entries.add(ofRun);
            }
        }
        over(entries);
        return entries;
    }

    private Set<TaskState> states() {
        int seen = 0;
        for (Row row : frame.picture.rows()) {
            if ((row instanceof Row.States || row instanceof Row.Course) && frame.picture.lanes().lane(row.lanes().getFirst()) instanceof StateLane lane) {
                lane.masks(frame.columns, frame.masks);
                for (int column = 0; column < frame.columns.count(); column++) {
                    seen |= frame.masks[column];
                }
            }
        }
        Set<TaskState> states = EnumSet.noneOf(TaskState.class);
        for (TaskState state : TaskState.values()) {
            if ((seen & state.bit()) != 0) {
                states.add(state);
            }
        }
        return states;
    }

    private void locks(List<Entry> entries) {
        int seen = 0;
        for (Row row : frame.picture.rows()) {
            for (LaneId id : row.lanes()) {
                if (frame.picture.lanes().lane(id) instanceof SpanLane lane) {
                    lane.masks(frame.columns, frame.masks);
                    for (int column = 0; column < frame.columns.count(); column++) {
                        seen |= frame.masks[column];
                    }
                }
            }
        }
        solid(entries, (seen & SpanLane.HELD_READ) != 0, HELD_BY_READER, Role.LOCK_READ);
        if ((seen & SpanLane.HELD_WRITE) != 0) {
            entries.add(new Entry(HELD_BY_WRITER, (f, x, y, w, h) -> {
                f.pen.fill(x, y, w, h, f.argb(Role.LOCK_WRITE));
                f.pen.outline(x, y, w, h, f.px(1), f.argb(Role.LANE_OUTLINE));
            }));
        }
        solid(entries, (seen & SpanLane.TRY_FAILED) != 0, "trylock failed", Role.LOCK_FAILED);
        if ((seen & (SpanLane.WAIT_READ | SpanLane.WAIT_WRITE)) != 0) {
            entries.add(new Entry(WAITS, SpanPainter::waiting));
        }
    }

    private void memory(List<Entry> entries) {
        for (RssMember member : RssMember.values()) {
            boolean shown = frame.picture.rows().stream().anyMatch(row -> row instanceof Row.Rss(int mm, String ignored)
                    && frame.picture.lanes().rss(mm, member) instanceof CounterLane lane && lane.greatestBytes() > 0);
            if (shown) {
                entries.add(new Entry(name(member), (f, x, y, w, h) ->
                        f.pen.fill(x, y + h / 2 - 1, w, f.px(2), f.argb(RssPainter.role(member)))));
            }
        }
        for (RssMember member : RssMember.values()) {
            boolean unknown = frame.picture.rows().stream().anyMatch(row -> row instanceof Row.Rss(int mm, String ignored)
                    && frame.picture.lanes().rss(mm, member) instanceof CounterLane lane && lane.greatestBytes() > 0
                    && RssPainter.unknownInSight(frame, lane));
            if (unknown) {
                entries.add(new Entry("RSS: not told in between", (f, x, y, w, h) -> RssPainter.unknown(f, RssPainter.role(member), x, y, w, h)));
                break;
            }
        }
        boolean space = frame.picture.rows().stream().anyMatch(row -> row instanceof Row.Addresses);
        solid(entries, space, "anonymous mapping", Role.VMA_ANON);
        solid(entries, space, "file mapping", Role.VMA_FILE);
        solid(entries, space, "unmapped, not yet free", Role.VMA_GATHERED);
    }

    private static String name(RssMember member) {
        return switch (member) {
            case MM_ANONPAGES -> "RSS: anonymous";
            case MM_FILEPAGES -> "RSS: file";
            case MM_SHMEMPAGES -> "RSS: shared memory";
            case MM_SWAPENTS -> "swap entries";
        };
    }

    private void over(List<Entry> entries) {
        boolean band = frame.picture.bands().stream().anyMatch(b -> b.endNs() >= viewport.startNs() && b.startNs() <= viewport.endNs());
        if (band) {
            entries.add(new Entry("-ESRCH window: process_mrelease can only fail", (f, x, y, w, h) -> {
                f.pen.fill(x, y, w, h, f.argb(Role.ESRCH_SHADE));
                f.pen.fill(x, y, w, f.px(3), f.argb(Role.ESRCH));
                f.pen.fill(x, y, f.px(2), h, f.argb(Role.ESRCH));
                f.pen.line(x + w, y, x + w, y + h, f.px(2), f.px(3), f.argb(Role.ESRCH));
            }));
        }
        if (Stream.concat(Throng.ofBands(frame).stream(), Throng.ofFlags(frame).stream()).anyMatch(Throng::dense)) {
            entries.add(new Entry("many together, by how densely: zoom in", (f, x, y, w, h) -> {
                f.pen.fill(x, y, w, f.px(3), f.argb(Role.ESRCH));
                for (int i = 0; i < w; i += f.px(3)) {
                    f.pen.fill(x + i, y, f.px(1), f.px(5 + i / f.px(3) % 3 * 3), f.argb(Role.ESRCH));
                }
            }));
        }
        for (Mark.Shape shape : Mark.Shape.values()) {
            boolean shown = frame.picture.marks().stream().anyMatch(mark -> mark.shape() == shape && inSight(mark.ns()));
            if (shown) {
                entries.add(mark(shape));
            }
        }
        signals(entries);
    }

    private void signals(List<Entry> entries) {
        Signals signals = frame.picture.lanes().signals();
        boolean queued = false;
        boolean lost = false;
        for (int i = signals.firstAtOrAfter(viewport.startNs()); i < signals.firstAtOrAfter(viewport.endNs()); i++) {
            if (frame.layout.rowOfTask(signals.target(i)) >= 0) {
                queued |= signals.queued(i);
                lost |= !signals.queued(i);
            }
        }
        if (queued) {
            entries.add(new Entry("signal, from sent to taken", (f, x, y, w, h) -> {
                f.pen.line(x, y + h / 2, x + w - f.px(7), y + h / 2, f.px(1.5), 0, f.argb(Role.SIGNAL));
                f.pen.triangle(x + w - f.px(8), y + h / 2 - f.px(4), x + w - f.px(8), y + h / 2 + f.px(4), x + w, y + h / 2, f.argb(Role.SIGNAL));
            }));
        }
        if (lost) {
            entries.add(new Entry("signal ignored or already pending", (f, x, y, w, h) ->
                    f.pen.line(x, y + h / 2, x + w, y + h / 2, f.px(1.5), f.px(3), f.argb(Role.SIGNAL_LOST))));
        }
    }

    private Entry mark(Mark.Shape shape) {
        return switch (shape) {
            case PARTING -> new Entry("another run goes another way", (f, x, y, w, h) ->
                    f.pen.line(x + w / 2, y, x + w / 2, y + h, f.px(1.5), f.px(4), f.argb(Role.ACCENT)));
            case FLAG -> new Entry(frame.picture.axis() instanceof StepAxis ? "something begins to hold" : "process_mrelease returned -ESRCH", (f, x, y, w, h) -> {
                int middle = x + w / 2 - f.px(5);
                f.pen.fill(middle, y, f.px(2), h, f.argb(Role.ESRCH));
                f.pen.triangle(middle, y, middle, y + f.px(11), middle + f.px(11), y + f.px(5), f.argb(Role.ESRCH));
            });
            case DIAMOND -> new Entry("PTE lock collision", (f, x, y, w, h) -> {
                f.pen.diamond(x + w / 2, y + h / 2, f.px(7), f.argb(Role.TEXT));
                f.pen.diamond(x + w / 2, y + h / 2, f.px(5), f.argb(Role.WARNING));
            });
            case TRIANGLE -> new Entry("another finding", (f, x, y, w, h) -> {
                int middle = x + w / 2;
                f.pen.triangle(middle - f.px(7), y + h - f.px(2), middle + f.px(7), y + h - f.px(2), middle, y + f.px(1), f.argb(Role.WARNING));
            });
        };
    }

    private boolean inSight(long ns) {
        return ns >= viewport.startNs() && ns <= viewport.endNs();
    }

    private static void solid(List<Entry> entries, boolean shown, String text, Role role) {
        if (shown) {
            entries.add(new Entry(text, (f, x, y, w, h) -> f.pen.fill(x, y, w, h, f.argb(role))));
        }
    }
}
