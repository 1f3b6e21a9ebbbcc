package org.reapscope.picture;

import java.util.Arrays;
import java.util.List;

import org.reapscope.analysis.Severity;

/**
 * Draws bands and marks. Whatever the zoom, a mark has its full size, and the most severe are on top. Where they crowd, one
 * stands for many and says how densely they lie.
 */
final class MarkPainter {

    private static final Severity[] SEVERITIES = Severity.values();
    private static final double DENSITY = 5;
    private static final double ROOM = 14;
    private static final double TICK = 5;

    private int[] lastX = new int[0];

    static void bands(Frame frame) {
        List<Throng> crowds = frame.crowds.bands(frame);
        for (int i = 0; i < crowds.size(); i++) {
            Throng crowd = crowds.get(i);
            if (frame.touches(crowd.left(frame), crowd.right(frame))) {
                if (crowd.dense()) {
                    dense(frame, crowd);
                } else {
                    each(frame, crowd);
                }
            }
        }
    }

    private static void each(Frame frame, Throng crowd) {
        List<Band> bands = frame.picture.bands();
        Viewport viewport = frame.viewport;
        int top = frame.layout.lanesTop();
        int height = frame.layout.bodyBottom(viewport) - top;
        int stroke = frame.px(1.5);
        int colour = frame.argb(Role.ESRCH);
        int shadedTo = Integer.MIN_VALUE;
        int lastStart = Integer.MIN_VALUE;
        int lastEnd = Integer.MIN_VALUE;
        for (int i = crowd.first(); i < crowd.end() && bands.get(i).startNs() <= frame.endNs; i++) {
            Band band = bands.get(i);
            if (band.endNs() < frame.startNs) {
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

    /** Many windows as one: a bracket over them all, and below it in each column how much of the time a window was open. */
    private static void dense(Frame frame, Throng crowd) {
        Viewport viewport = frame.viewport;
        int left = Math.max(frame.columnX(0), crowd.left(frame));
        int right = Math.min(frame.columnX(frame.columns.count()), crowd.right(frame));
        int n = Math.max(0, right - left);
        Arrays.fill(frame.least, 0, n, 0);
        double perNs = frame.px(DENSITY) / viewport.nsPerPixel();
        List<Band> bands = frame.picture.bands();
        for (int i = crowd.first(); i < crowd.end() && bands.get(i).startNs() <= frame.endNs; i++) {
            Band band = bands.get(i);
            int from = Math.max(0, viewport.x(band.startNs()) - left);
            int to = Math.min(n - 1, viewport.x(band.endNs()) - left);
            for (int c = from; c <= to; c++) {
                long covered = Math.min(band.endNs(), viewport.ns(left + c + 1)) - Math.max(band.startNs(), viewport.ns(left + c));
                frame.least[c] = Math.min(frame.px(DENSITY), frame.least[c] + (int) Math.ceil(Math.max(0, covered) * perNs));
            }
        }
        int top = frame.layout.lanesTop();
        int colour = frame.argb(Role.ESRCH);
        for (int c = 0; c < n; c++) {
            frame.pen.fill(left + c, top + frame.px(3), 1, frame.least[c], colour);
        }
        int begin = Math.max(frame.left(), crowd.left(frame));
        int end = Math.min(viewport.width(), crowd.right(frame));
        frame.pen.fill(begin, top, end - begin, frame.px(3), colour);
        frame.pen.fill(begin, top, frame.px(1.5), frame.px(9), colour);
        frame.pen.fill(end - frame.px(1.5), top, frame.px(1.5), frame.px(9), colour);
    }

    void marks(Frame frame) {
        List<Mark> marks = frame.picture.marks();
        Viewport viewport = frame.viewport;
        int first = firstAtOrAfter(marks, frame.startNs);
        int rows = frame.picture.rows().size() + 1;
        if (lastX.length < rows) {
            lastX = new int[rows];
        }
        for (Severity severity : SEVERITIES) {
            Arrays.fill(lastX, 0, rows, Integer.MIN_VALUE / 2);
            for (int i = first; i < marks.size() && marks.get(i).ns() <= frame.endNs; i++) {
                Mark mark = marks.get(i);
                if (mark.severity() == severity && mark.shape() != Mark.Shape.FLAG) {
                    int x = viewport.x(mark.ns());
                    int row = mark.task() < 0 ? -1 : frame.layout.rowOfTask(mark.task());
                    if (mark.shape() == Mark.Shape.PARTING || x - lastX[row + 1] >= frame.px(row < 0 ? 2 * ROOM : ROOM)) {
                        mark(frame, mark, x, row);
                    } else if (x > lastX[row + 1]) {
                        tick(frame, mark, x, row);
                    }
                    lastX[row + 1] = x;
                }
            }
        }
        List<Throng> crowds = frame.crowds.flags(frame);
        for (int k = 0; k < crowds.size(); k++) {
            Throng crowd = crowds.get(k);
            if (crowd.right(frame) < frame.left() || crowd.left(frame) > viewport.width()) {
                continue;
            }
            if (crowd.dense()) {
                manyFlags(frame, crowd, first);
                continue;
            }
            for (int i = Math.max(first, crowd.first()); i < crowd.end() && marks.get(i).ns() <= frame.endNs; i++) {
                Mark mark = marks.get(i);
                if (mark.shape() == Mark.Shape.FLAG) {
                    mark(frame, mark, viewport.x(mark.ns()), mark.task() < 0 ? -1 : frame.layout.rowOfTask(mark.task()));
                }
            }
        }
    }

    /** What has no room for its shape beside the one before: a short line at the foot of its row. */
    private static void tick(Frame frame, Mark mark, int x, int row) {
        if (row >= 0 && !frame.layout.above(row, frame.viewport)) {
            int bottom = frame.layout.y(row, frame.viewport) + frame.layout.height(row);
            frame.pen.fill(x, bottom - frame.px(TICK), frame.px(1), frame.px(TICK), frame.argb(role(mark.severity())));
        }
    }

    /** Many flags as one flag without a pole, and a short line for each column in which there is any. */
    private static void manyFlags(Frame frame, Throng crowd, int first) {
        int colour = frame.argb(flag(worst(frame, crowd)));
        int y = frame.layout.lanesTop() + frame.px(9);
        int lastX = Integer.MIN_VALUE;
        List<Mark> marks = frame.picture.marks();
        for (int i = Math.max(first, crowd.first()); i < crowd.end() && marks.get(i).ns() <= frame.endNs; i++) {
            Mark mark = marks.get(i);
            int x = frame.viewport.x(mark.ns());
            if (mark.shape() == Mark.Shape.FLAG && x != lastX) {
                frame.pen.fill(x, y, frame.px(1), frame.px(TICK - 1), frame.argb(flag(mark)));
                lastX = x;
            }
        }
        int left = Math.max(frame.left(), crowd.left(frame));
        frame.pen.fill(left, y, frame.px(2), frame.px(15), colour);
        frame.pen.triangle(left, y + frame.px(4), left, y + frame.px(15), left + frame.px(11), y + frame.px(9), colour);
    }

    /** The most severe flag of a crowd. */
    static Mark worst(Frame frame, Throng crowd) {
        Mark worst = frame.picture.marks().get(crowd.first());
        for (int i = crowd.first(); i < crowd.end(); i++) {
            Mark mark = frame.picture.marks().get(i);
            worst = mark.shape() == Mark.Shape.FLAG && mark.severity().compareTo(worst.severity()) > 0 ? mark : worst;
        }
        return worst;
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
