package org.reapscope.picture;

import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.SpanLane;

/**
 * Draws a lock: readers over each other, the writer, who waits (hatched). Where spans are too many to be told apart, what
 * goes on in each pixel.
 */
final class SpanPainter {

    private static final int HATCH_ALPHA = 0x80;
    private static final int HELD = SpanLane.HELD_READ | SpanLane.HELD_WRITE | SpanLane.TRY_FAILED;
    private static final int WAIT = SpanLane.WAIT_READ | SpanLane.WAIT_WRITE;

    private SpanPainter() {}

    static void paint(Frame frame, SpanLane lane, int y, int height) {
        frame.strip(y, height, Role.LANE);
        if (lane.crowded(frame.whole)) {
            dense(frame, lane, y, height);
        } else {
            each(frame, lane, y, height);
        }
    }

    /** The place of a span within the row: from its top, in pixels. */
    static int top(SpanLane lane, int span, int height) {
        return Math.min(height - 1, lane.depth(span) * height / lane.depths());
    }

    /** The height of a span within the row. */
    static int thickness(SpanLane lane, int height) {
        return Math.max(2, height / lane.depths());
    }

    static Role heldRole(SpanLane lane, int span) {
        return lane.failed(span) ? Role.LOCK_FAILED : lane.write(span) ? Role.LOCK_WRITE : Role.LOCK_READ;
    }

    private static void each(Frame frame, SpanLane lane, int y, int height) {
        Trace trace = frame.picture.trace();
        Viewport viewport = frame.viewport;
        int thickness = thickness(lane, height);
        boolean holds = !(lane.id() instanceof LaneId.SpinlockLane);
        for (int i = lane.nextInSight(0, frame.columns); i < lane.size(); i = lane.nextInSight(i + 1, frame.columns)) {
            int top = y + top(lane, i, height);
            int start = viewport.x(lane.startNs(i));
            int end = Math.max(viewport.x(lane.endNs(i)), start + 1);
            boolean acquired = lane.acquiredRow(i) >= 0;
            int got = acquired ? viewport.x(trace.tsNs(lane.acquiredRow(i))) : end;
            if (lane.waited(i)) {
                waiting(frame, start, top, Math.max(1, got - start), thickness);
            }
            if (acquired && holds) {
                held(frame, lane, i, got, top, Math.max(1, end - got), thickness);
            }
        }
    }

    private static void held(Frame frame, SpanLane lane, int span, int x, int y, int width, int height) {
        frame.pen.fill(x, y, width, height, frame.argb(heldRole(lane, span)));
        if (lane.write(span) && width > frame.px(4)) {
            frame.pen.outline(x, y, width, height, frame.px(1), frame.argb(Role.LANE_OUTLINE));
        }
        if (lane.startUnknown(span)) {
            frame.pen.hatch(x - frame.px(6), y, frame.px(6), height, Hatch.SPARSE, 1, frame.argb(heldRole(lane, span)));
        }
        if (lane.openEnd(span)) {
            frame.pen.hatch(x + width, y, frame.px(6), height, Hatch.SPARSE, 1, frame.argb(heldRole(lane, span)));
        }
    }

    static void waiting(Frame frame, int x, int y, int width, int height) {
        frame.pen.fill(x, y, width, height, frame.argb(Role.LOCK_WAIT));
        frame.pen.hatch(x, y, width, height, Hatch.RISING, frame.px(1), frame.palette.argb(Role.INK_LIGHT, HATCH_ALPHA));
    }

    private static void dense(Frame frame, SpanLane lane, int y, int height) {
        lane.masks(frame.columns, frame.masks);
        short[] masks = frame.masks;
        int n = frame.columns.count();
        int c = 0;
        while (c < n) {
            int mask = masks[c] & (HELD | WAIT);
            int end = c + 1;
            while (end < n && (masks[end] & (HELD | WAIT)) == mask) {
                end++;
            }
            column(frame, mask, frame.columnX(c), y, end - c, height);
            c = end;
        }
    }

    private static void column(Frame frame, int mask, int x, int y, int width, int height) {
        int waitHeight = (mask & HELD) == 0 ? height : height / 2;
        if ((mask & HELD) != 0) {
            Role role = (mask & SpanLane.HELD_WRITE) != 0 ? Role.LOCK_WRITE
                    : (mask & SpanLane.HELD_READ) != 0 ? Role.LOCK_READ : Role.LOCK_FAILED;
            frame.pen.fill(x, y, width, height, frame.argb(role));
        }
        if ((mask & WAIT) != 0) {
            waiting(frame, x, y + height - waitHeight, width, waitHeight);
        }
    }
}
