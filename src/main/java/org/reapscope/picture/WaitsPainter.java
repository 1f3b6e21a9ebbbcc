package org.reapscope.picture;

import org.reapscope.trace.lane.SpanLane;

/** Draws the waits at many spinlocks in one strip, each waiting task in a line of its own. */
final class WaitsPainter {

    private static final int MOST_LINES = 4;

    private WaitsPainter() {}

    static void paint(Frame frame, Row.Waits row, int y, int height) {
        frame.strip(y, height, Role.LANE);
        for (int i = 0; i < row.locks().size(); i++) {
            if (frame.picture.lanes().lane(row.locks().get(i)) instanceof SpanLane lane) {
                waits(frame, row, lane, y, height);
            }
        }
    }

    /** Top of a task's line within the row. */
    static int top(Row.Waits row, int task, int height) {
        return line(row, task) * height / lines(row);
    }

    static int thickness(Row.Waits row, int height) {
        return Math.max(2, height / lines(row) - (lines(row) > 1 ? 1 : 0));
    }

    private static void waits(Frame frame, Row.Waits row, SpanLane lane, int y, int height) {
        Viewport viewport = frame.viewport;
        int thickness = thickness(row, height);
        int lastX = Integer.MIN_VALUE;
        for (int i = lane.nextInSight(0, frame.columns); i < lane.size(); i = lane.nextInSight(i + 1, frame.columns)) {
            int start = viewport.x(lane.startNs(i));
            int width = Math.max(1, viewport.x(lane.endNs(i)) - start);
            if (start != lastX || width > 1) {
                int top = y + top(row, lane.task(i), height);
                int gap = width > frame.px(4) ? frame.px(1) : 0;
                SpanPainter.waiting(frame, start, top, width - gap, thickness);
                lastX = start;
            }
        }
    }

    private static int lines(Row.Waits row) {
        return Math.clamp(row.waiters().size(), 1, MOST_LINES);
    }

    private static int line(Row.Waits row, int task) {
        int at = row.waiters().indexOf(task);
        return at < 0 ? 0 : Math.min(at, MOST_LINES - 1);
    }
}
