package org.reapscope.picture;

import org.reapscope.trace.Trace;

/**
 * Draws a bracket at the foot of the ruler over events of different CPUs that the clock cannot tell apart, so that nobody
 * reads an order into them. Only where the clock's step is wide enough to be seen.
 */
final class TiePainter {

    private static final double LEAST_WIDTH = 2;
    private static final int MOST_EVENTS = 10_000;

    private TiePainter() {}

    static void paint(Frame frame, int bottom) {
        Trace trace = frame.picture.trace();
        Viewport viewport = frame.viewport;
        if (!shown(frame)) {
            return;
        }
        int row = trace.rowAtOrAfter(frame.startNs);
        int end = trace.rowAtOrAfter(frame.endNs);
        while (row > 0 && row < trace.size() && trace.orderUnknown(row - 1, row)) {
            row--;
        }
        while (row < end) {
            int last = row;
            while (last + 1 < trace.size() && trace.orderUnknown(last, last + 1)) {
                last++;
            }
            if (last > row) {
                bracket(frame, viewport.x(trace.tsNs(row)), viewport.x(trace.tsNs(last)), bottom);
            }
            row = last + 1;
        }
    }

    /** Whether the clock's step can be seen, and brackets over so many events would tell anything. */
    static boolean shown(Frame frame) {
        Trace trace = frame.picture.trace();
        Viewport viewport = frame.viewport;
        boolean visible = trace.source().resolutionNs() >= viewport.nsPerPixel() * frame.px(LEAST_WIDTH);
        return visible && trace.rowAtOrAfter(viewport.endNs()) - trace.rowAtOrAfter(viewport.startNs()) <= MOST_EVENTS;
    }

    private static void bracket(Frame frame, int from, int to, int bottom) {
        int spare = frame.px(3);
        int stroke = frame.px(1.5);
        int height = frame.px(5);
        int left = from - spare;
        int width = to - from + 2 * spare;
        int colour = frame.argb(Role.NOTICE);
        frame.pen.fill(left, bottom - height, width, stroke, colour);
        frame.pen.fill(left, bottom - height, stroke, height, colour);
        frame.pen.fill(left + width - stroke, bottom - height, stroke, height, colour);
    }
}
