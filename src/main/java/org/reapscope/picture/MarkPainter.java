package org.reapscope.picture;

import java.util.Arrays;
import java.util.List;

import org.reapscope.analysis.Severity;

/** Draws bands and marks. Whatever the zoom, a mark has its full size; where they crowd, the most severe are on top and others beneath them are left out. */
final class MarkPainter {

    private static final Severity[] SEVERITIES = Severity.values();

    private int[] lastX = new int[0];

    static void bands(Frame frame) {
        List<Band> bands = frame.picture.bands();
        Viewport viewport = frame.viewport;
        int top = frame.layout.lanesTop();
        int height = frame.layout.bodyBottom(viewport) - top;
        int stroke = frame.px(1.5);
        int colour = frame.argb(Role.ESRCH);
        int shadedTo = Integer.MIN_VALUE;
        int lastStart = Integer.MIN_VALUE;
        int lastEnd = Integer.MIN_VALUE;
        for (int i = 0; i < bands.size() && bands.get(i).startNs() <= viewport.endNs(); i++) {
            Band band = bands.get(i);
            if (band.endNs() < viewport.startNs()) {
                continue;
            }
            int x1 = viewport.x(band.startNs());
            int x2 = Math.max(x1 + 1, viewport.x(band.endNs()));
            int fresh = Math.max(x1, shadedTo);
            // What several windows cover is shaded once, and of those that begin or end on one pixel one edge is drawn.
            if (x2 > fresh) {
                frame.pen.fill(fresh, top, x2 - fresh, height, frame.argb(Role.ESRCH_SHADE));
                frame.pen.fill(fresh, top, x2 - fresh, frame.px(3), colour);
                shadedTo = x2;
            }
            if (x1 != lastStart) {
                frame.pen.line(x1, top, x1, top + height, stroke, 0, colour);
                frame.pen.fill(x1, top, stroke, frame.px(9), colour);
                lastStart = x1;
            }
            if (x2 != lastEnd) {
                frame.pen.line(x2, top, x2, top + height, stroke, frame.px(4), colour);
                frame.pen.fill(x2 - stroke, top, stroke, frame.px(9), colour);
                lastEnd = x2;
            }
        }
    }

    void marks(Frame frame) {
        List<Mark> marks = frame.picture.marks();
        Viewport viewport = frame.viewport;
        int first = firstAtOrAfter(marks, viewport.startNs());
        int rows = frame.picture.rows().size() + 1;
        int apart = frame.px(6);
        if (lastX.length < rows) {
            lastX = new int[rows];
        }
        for (Severity severity : SEVERITIES) {
            Arrays.fill(lastX, 0, rows, Integer.MIN_VALUE / 2);
            for (int i = first; i < marks.size() && marks.get(i).ns() <= viewport.endNs(); i++) {
                Mark mark = marks.get(i);
                if (mark.severity() == severity) {
                    int x = viewport.x(mark.ns());
                    int row = mark.task() < 0 ? -1 : frame.layout.rowOfTask(mark.task());
                    boolean flag = mark.shape() == Mark.Shape.FLAG || mark.shape() == Mark.Shape.PARTING;
                    if (x - lastX[row + 1] >= (flag ? 1 : apart)) {
                        mark(frame, mark, x, row);
                        lastX[row + 1] = x;
                    }
                }
            }
        }
    }

    static Role role(Severity severity) {
        return switch (severity) {
            case INFO -> Role.INFO;
            case NOTICE -> Role.NOTICE;
            case WARNING -> Role.WARNING;
            case SEVERE -> Role.SEVERE;
        };
    }

    /** The colour of a flag: good news are no alarm. */
    static Role flag(Mark mark) {
        return mark.severity() == Severity.INFO ? Role.EXITING : Role.ESRCH;
    }

    /** The first mark at or after a time. */
    static int firstAtOrAfter(List<Mark> marks, long ns) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (marks.get(middle).ns() < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where a mark stands: the middle of its row, or the top of the lanes. */
    static int y(Frame frame, int row) {
        return row < 0 ? frame.layout.lanesTop() + frame.px(8)
                : frame.layout.y(row, frame.viewport) + frame.layout.height(row) / 2;
    }

    private static void mark(Frame frame, Mark mark, int x, int row) {
        Pen pen = frame.pen;
        int colour = frame.argb(role(mark.severity()));
        int size = frame.px(7);
        if (row >= 0 && frame.layout.above(row, frame.viewport)) {
            return;
        }
        int y = y(frame, row);
        switch (mark.shape()) {
            case DIAMOND -> {
                pen.diamond(x, y, size, frame.argb(Role.TEXT));
                pen.diamond(x, y, size - frame.px(2), colour);
            }
            case TRIANGLE -> {
                int rim = frame.px(2);
                pen.triangle(x - size - rim, y + size / 2 + rim / 2, x + size + rim, y + size / 2 + rim / 2, x, y - size - rim, frame.argb(Role.LANE_BG));
                pen.triangle(x - size, y + size / 2, x + size, y + size / 2, x, y - size, colour);
            }
            case FLAG -> {
                int top = frame.layout.lanesTop();
                int stroke = frame.px(2);
                int flag = frame.argb(flag(mark));
                pen.fill(x - stroke / 2, top, stroke, Math.max(stroke, y - top + size), flag);
                pen.triangle(x, top + frame.px(3), x, top + frame.px(15), x + frame.px(12), top + frame.px(9), flag);
                if (row >= 0) {
                    pen.diamond(x, y, frame.px(4), frame.argb(Role.TEXT));
                    pen.diamond(x, y, frame.px(3), flag);
                }
            }
            case PARTING -> pen.line(x, frame.layout.lanesTop(), x, frame.layout.bodyBottom(frame.viewport), frame.px(1.5), frame.px(5),
                    frame.argb(Role.ACCENT));
        }
    }
}
