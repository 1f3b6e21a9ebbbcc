package org.reapscope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.reapscope.analysis.Figures;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** Writes the texts of a timeline: names of lanes, figures of the axis, what is in intervals that are wide enough. */
final class Labels {

    private static final int STATES = 0x7fff;
    private static final int LEAST_WIDTH = 34;
    private static final int LEAST_LINE = 10;
    private static final int MOST_FLAG = 190;
    /** Where it is said how many windows and flags a crowd has: below the lines that stand for them. */
    private static final int CROWDS = 23;

    private final Frame frame;
    private final int budget;
    private final List<Label> out = new ArrayList<>();
    private boolean sticky;

    Labels(Frame frame, int budget) {
        this.frame = frame;
        this.budget = budget;
    }

    List<Label> all() {
        Viewport viewport = frame.viewport;
        List<Row> rows = frame.picture.rows();
        bands();
        marks();
        for (int i = 0; i < rows.size(); i++) {
            if (frame.layout.visible(i, viewport)) {
                int y = frame.layout.y(i, viewport);
                int height = frame.layout.height(i);
                sticky = frame.layout.pinned(i);
                title(rows.get(i), y, height);
                content(rows.get(i), y, height);
            }
        }
        return out;
    }

    private void content(Row row, int y, int height) {
        switch (row) {
            case Row.Ruler ignored -> RulerPainter.labels(frame.picture, frame.viewport, y, height, out);
            case Row.States states -> {
                if (frame.picture.lanes().lane(states.id()) instanceof StateLane lane) {
                    states(lane, y, height);
                }
            }
            case Row.Course course -> CoursePainter.labels(frame, course, y, height, budget, out);
            case Row.Values values -> StripPainter.labels(frame, values, y, height, budget, out);
            case Row.Spans spans -> {
                if (frame.picture.lanes().lane(spans.id()) instanceof SpanLane lane) {
                    spans(lane, y, height);
                }
            }
            case Row.Rss rss -> {
                long top = RssPainter.top(frame.picture.lanes(), rss.mm());
                String scale = top == 0 ? "told only as 0" : mebibytes(top);
                if (frame.left() < frame.px(40)) {
                    add(frame.px(6), y + frame.px(14), frame.px(120), scale, Role.TEXT_DIM, false);
                } else if (inBody(y, frame.px(14))) {
                    out.add(new Label(frame.left() - frame.px(10), y + frame.px(11), frame.left() - frame.px(16), frame.px(11), scale, Role.TEXT_DIM,
                            Label.Anchor.END, false));
                }
            }
            case Row.Addresses addresses -> {
                ranges(addresses.space(), y, height);
                walks(addresses.space(), y, height);
                meetings(addresses.space(), y, height);
            }
            case Row.Waits waits -> waits(waits, y, height);
            case Row.Heading ignored -> { }
            case Row.Fold ignored -> { }
            case Row.Overview ignored -> { }
        }
    }

    private void title(Row row, int y, int height) {
        if (frame.left() < frame.px(40) || row.title().isEmpty() || row instanceof Row.Addresses) {
            return;
        }
        boolean heading = row instanceof Row.Heading;
        boolean left = heading || row instanceof Row.Fold;
        if (!inBody(row, y, height)) {
            return;
        }
        int size = frame.px(heading ? 11 : 12);
        int width = frame.left() - frame.px(16);
        String text = left ? Label.fitted(row.title(), width, size) : Label.fittedMiddle(row.title(), width, size);
        out.add(left
                ? new Label(frame.px(12), y + height - frame.px(7), width, size, text, Role.TEXT_DIM, Label.Anchor.START, heading)
                : new Label(frame.left() - frame.px(10), y + height / 2 + frame.px(4), width, size, text, Role.TEXT, Label.Anchor.END, false));
    }

    private boolean inBody(Row row, int y, int height) {
        return row instanceof Row.Overview || row instanceof Row.Ruler || inBody(y, height);
    }

    private void states(StateLane lane, int y, int height) {
        if (!inBody(y, height)) {
            return;
        }
        lane.masks(frame.columns, frame.masks);
        int n = frame.columns.count();
        int c = 0;
        while (c < n && out.size() < budget) {
            int end = segmentEnd(c, n);
            if (end - c >= frame.px(LEAST_WIDTH) && (frame.masks[c + 1] & STATES) != 0) {
                long middle = frame.columns.edgeNs((c + end) / 2);
                int interval = lane.at(middle);
                if (interval >= 0) {
                    state(lane, interval, frame.left() + c, end - c, y, height);
                }
            }
            c = end;
        }
    }

    /** Where a stretch ends in which one interval fills every column but perhaps the first. */
    private int segmentEnd(int c, int n) {
        int end = c + 1;
        while (end < n && frame.masks[end] == frame.masks[Math.min(c + 1, n - 1)] && (frame.masks[end] & StateLane.EDGE) == 0) {
            end++;
        }
        return end;
    }

    private void state(StateLane lane, int interval, int x, int width, int y, int height) {
        TaskState state = lane.state(interval);
        Trace trace = frame.picture.trace();
        boolean cpu = lane.id() instanceof LaneId.CpuLane;
        String text = switch (state) {
            case DEAD, IDLE -> "";
            case RUNNING, EXITING -> cpu ? trace.tasks().get(lane.task(interval)).label()
                    : state.title() + ", CPU " + trace.cpu(lane.row(interval));
            default -> state.title();
        };
        boolean onLane = switch (state) {
            case UNKNOWN, DEAD, IDLE, SLEEPING, ZOMBIE, EXITING_RUNNABLE -> true;
            default -> false;
        };
        Role ink = onLane ? Role.TEXT_DIM : frame.palette.inkOn(StatePainter.role(state));
        add(x + frame.px(6), y + height / 2 + frame.px(4), width - frame.px(9), text, ink, false);
    }

    private void spans(SpanLane lane, int y, int height) {
        int thickness = SpanPainter.thickness(lane, height);
        boolean tooDense = lane.crowded(frame.columns);
        if (tooDense || thickness < frame.px(LEAST_LINE)) {
            return;
        }
        Trace trace = frame.picture.trace();
        Viewport viewport = frame.viewport;
        int size = Math.min(frame.px(11), thickness - 1);
        for (int i = lane.nextInSight(0, frame.columns); i < lane.size() && out.size() < budget; i = lane.nextInSight(i + 1, frame.columns)) {
            int start = Math.max(frame.left(), viewport.x(lane.startNs(i)));
            int got = lane.acquiredRow(i) < 0 ? viewport.x(lane.endNs(i)) : viewport.x(trace.tsNs(lane.acquiredRow(i)));
            int end = Math.min(viewport.width(), viewport.x(lane.endNs(i)));
            int baseline = y + SpanPainter.top(lane, i, height) + (thickness + size) / 2 - 1;
            String who = trace.tasks().get(lane.task(i)).comm();
            if (lane.waited(i) && got - start >= frame.px(LEAST_WIDTH)) {
                text(start + frame.px(4), baseline, got - start - frame.px(6), size, who + " waits", frame.palette.inkOn(Role.LOCK_WAIT));
            }
            int from = Math.max(start, got);
            if (!(lane.id() instanceof LaneId.SpinlockLane) && end - from >= frame.px(LEAST_WIDTH)) {
                text(from + frame.px(4), baseline, end - from - frame.px(6), size, (lane.write(i) ? "W " : "R ") + who,
                        frame.palette.inkOn(SpanPainter.heldRole(lane, i)));
            }
        }
    }

    private void waits(Row.Waits row, int y, int height) {
        int thickness = WaitsPainter.thickness(row, height);
        int size = Math.min(frame.px(11), thickness - 1);
        if (thickness < frame.px(LEAST_LINE)) {
            return;
        }
        for (LaneId id : row.locks()) {
            if (frame.picture.lanes().lane(id) instanceof SpanLane lane && !lane.crowded(frame.columns)) {
                for (int i = lane.nextInSight(0, frame.columns); i < lane.size() && out.size() < budget; i = lane.nextInSight(i + 1, frame.columns)) {
                    int start = Math.max(frame.left(), frame.viewport.x(lane.startNs(i)));
                    int end = Math.min(frame.viewport.width(), frame.viewport.x(lane.endNs(i)));
                    if (end - start >= frame.px(LEAST_WIDTH)) {
                        int baseline = y + WaitsPainter.top(row, lane.task(i), height) + (thickness + size) / 2 - 1;
                        text(start + frame.px(4), baseline, end - start - frame.px(6), size,
                                frame.picture.trace().tasks().get(lane.task(i)).comm(), frame.palette.inkOn(Role.LOCK_WAIT));
                    }
                }
            }
        }
    }

    private void ranges(AddressSpace space, int y, int height) {
        int size = frame.px(11);
        for (AddressSpace.Range range : space.ranges()) {
            int top = AddressPainter.y(space, range.end(), y, height);
            int bottom = AddressPainter.y(space, range.start(), y, height);
            if (bottom - top >= size && frame.left() >= frame.px(40)) {
                int width = frame.left() - frame.px(16);
                out.add(new Label(frame.left() - frame.px(10), (top + bottom + size) / 2 - 1, width, size,
                        Label.fitted(range.name(), width, size), Role.TEXT_DIM, Label.Anchor.END, false));
            }
        }
    }

    /** Who walks, beside the middle of the way: the reaper to the right of it, who exits to the left, so that both can be read. */
    private void walks(AddressSpace space, int y, int height) {
        int size = frame.px(11);
        for (AddressSpace.Walk walk : space.walks()) {
            AddressSpace.Point middle = walk.points().get(walk.points().size() / 2);
            int x = frame.viewport.x(middle.ns());
            int baseline = AddressPainter.y(space, middle.address(), y, height);
            String text = walk.who() + (walk.expected() ? ", inferred" : "");
            int width = Label.guessedWidth(text, size);
            boolean shown = middle.ns() >= frame.viewport.startNs() && middle.ns() <= frame.viewport.endNs();
            int left = (walk.walker() == AddressSpace.Walker.REAPER) ? x + frame.px(10) : Math.max(frame.left() + frame.px(6), x - frame.px(10) - width);
            int foot = (walk.walker() == AddressSpace.Walker.REAPER) ? baseline + size : baseline - frame.px(8);
            if (shown && left + width <= frame.viewport.width() && foot - size > y && inBody(foot - size, size) && out.size() < budget) {
                out.add(new Label(left, foot, width, size, text, AddressPainter.role(walk.walker()),
                        Label.Anchor.START, false));
            }
        }
    }

    /** Where walkers meet, as far as the labels keep clear of each other. */
    private void meetings(AddressSpace space, int y, int height) {
        int size = frame.px(11);
        int clear = Integer.MIN_VALUE;
        for (AddressSpace.Meeting meeting : space.meetings()) {
            int x = frame.viewport.x(meeting.ns());
            int width = Label.guessedWidth(meeting.text(), size);
            boolean right = x + frame.px(11) + width <= frame.viewport.width();
            int left = right ? x + frame.px(11) : x - frame.px(11) - width;
            int baseline = AddressPainter.y(space, meeting.address(), y, height) + size / 2 - frame.px(1);
            if (!meeting.text().isEmpty() && x >= frame.left() && x <= frame.viewport.width() && left > clear && out.size() < budget) {
                out.add(new Label(left, baseline, width, size, meeting.text(), Role.ESRCH, Label.Anchor.START, true));
                clear = left + width;
            }
        }
    }

    private void bands() {
        int top = frame.layout.lanesTop();
        for (Throng crowd : Throng.ofBands(frame)) {
            if (crowd.dense()) {
                int x1 = Math.max(frame.left(), crowd.x1());
                int x2 = Math.min(frame.viewport.width(), crowd.x2());
                String text = Figures.count(crowd.count(), "-ESRCH window");
                int shift = frame.px(6);
                for (Throng flags : Throng.ofFlags(frame)) {
                    boolean inTheWay = flags.dense() && flags.x1() < x1 + frame.px(8) + Label.guessedWidth(text, frame.px(11)) && flags.x2() > x1;
                    shift = inTheWay ? flags.x1() - x1 + frame.px(24) + Label.guessedWidth(flags(flags), frame.px(11)) : shift;
                }
                if (x2 - x1 >= frame.px(60) && out.size() < budget) {
                    add(x1 + shift, top + frame.px(CROWDS), x2 - x1 - shift, text, Role.SEVERE, true);
                }
                continue;
            }
            for (int i = crowd.first(); i < crowd.end(); i++) {
                band(frame.picture.bands().get(i), top);
            }
        }
    }

    private void band(Band band, int top) {
        int x1 = Math.max(frame.left(), frame.viewport.x(band.startNs()));
        int x2 = Math.min(frame.viewport.width(), frame.viewport.x(band.endNs()));
        if (x2 - x1 < frame.px(60 + 8) || out.size() >= budget) {
            return;
        }
        boolean below = lineForFlags();
        int shift = below ? frame.px(8) : Math.max(frame.px(8), labelledTo(x1) - x1 + frame.px(4));
        if (x2 - x1 >= frame.px(60) + shift) {
            add(x1 + shift, top + frame.px(below ? 38 : 14), x2 - x1 - shift, band.text(), Role.SEVERE, true);
        }
    }

    /** Whether the first row leaves flags a line of their own. */
    private boolean lineForFlags() {
        List<Row> rows = frame.picture.rows();
        return rows.size() > 1 && rows.get(1) instanceof Row.Heading(String title) && title.isEmpty();
    }

    /** Where the label of the last flag ends that is in the way of the label of a band that opens at x; far to the left if there is none. */
    private int labelledTo(int x) {
        List<Mark> marks = frame.picture.marks();
        int last = x - frame.px(1000);
        for (int i = MarkPainter.firstAtOrAfter(marks, frame.viewport.ns(x - frame.px(MOST_FLAG)));
                i < marks.size() && frame.viewport.x(marks.get(i).ns()) <= x + frame.px(240); i++) {
            Mark mark = marks.get(i);
            last = mark.shape() != Mark.Shape.FLAG ? last : frame.viewport.x(mark.ns()) + frame.px(15)
                    + Math.min(frame.px(MOST_FLAG), Label.guessedWidth(mark.text(), frame.px(11)));
        }
        return last;
    }

    /** {@code 300 × -ESRCH}. */
    private String flags(Throng crowd) {
        return crowd.count() + " × " + MarkPainter.worst(frame, crowd).text();
    }

    private void marks() {
        List<Mark> marks = frame.picture.marks();
        List<Throng> dense = Throng.ofFlags(frame).stream().filter(Throng::dense).toList();
        for (Throng crowd : dense) {
            Mark worst = MarkPainter.worst(frame, crowd);
            add(crowd.x1() + frame.px(15), frame.layout.lanesTop() + frame.px(CROWDS), frame.viewport.width() - crowd.x1() - frame.px(18), flags(crowd), MarkPainter.flag(worst) == Role.ESRCH ? Role.SEVERE : Role.EXITING, true);
        }
        int clear = Integer.MIN_VALUE;
        int size = frame.px(11);
        int y = frame.layout.lanesTop() + frame.px(14);
        for (int i = MarkPainter.firstAtOrAfter(marks, frame.viewport.startNs());
                i < marks.size() && marks.get(i).ns() <= frame.viewport.endNs() && out.size() < budget; i++) {
            Mark mark = marks.get(i);
            int x = frame.viewport.x(mark.ns());
            int width = Math.min(frame.px(MOST_FLAG), Label.guessedWidth(mark.text(), size));
            boolean flag = mark.shape() == Mark.Shape.FLAG;
            int at = i;
            boolean counted = flag && dense.stream().anyMatch(crowd -> at >= crowd.first() && at < crowd.end());
            if (!counted && (flag || mark.shape() == Mark.Shape.PARTING) && x > clear) {
                int left = x + frame.px(flag ? 15 : 5);
                for (int next = i + 1; next < marks.size() && marks.get(next).shape() == Mark.Shape.FLAG && frame.viewport.x(marks.get(next).ns()) < left; next++) {
                    left = frame.viewport.x(marks.get(next).ns()) + frame.px(15);
                }
                boolean fits = left + width <= frame.viewport.width();
                out.add(new Label(fits ? left : x - frame.px(4), y, width, size, Label.fitted(mark.text(), width + frame.px(4), size),
                        flag ? MarkPainter.flag(mark) == Role.ESRCH ? Role.SEVERE : Role.EXITING : Role.ACCENT,
                        fits ? Label.Anchor.START : Label.Anchor.END, true));
                clear = left + width + frame.px(4);
            }
        }
    }

    private boolean inBody(int y, int height) {
        return sticky || y + height / 2 >= frame.layout.bodyTop() && y + height / 2 < frame.layout.bodyBottom(frame.viewport);
    }

    private void add(int x, int baseline, int width, String text, Role role, boolean bold) {
        int size = frame.px(11);
        String fitted = Label.fitted(text, width, size);
        if (!fitted.isEmpty()) {
            out.add(new Label(x, baseline, width, size, fitted, role, Label.Anchor.START, bold));
        }
    }

    private void text(int x, int baseline, int width, int size, String text, Role role) {
        String fitted = Label.fitted(text, width, size);
        if (!fitted.isEmpty() && inBody(baseline - size, size)) {
            out.add(new Label(x, baseline, width, size, fitted, role, Label.Anchor.START, false));
        }
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }
}
