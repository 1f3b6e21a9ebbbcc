package org.reapscope.picture;

import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Signals;

/**
 * Draws signals as arrows from sender to target, to where the target took them. One that was not queued is dashed and ends
 * in a bar. Where too many are in sight only SIGKILL remains, and of those that are close together one has an arrow.
 */
final class SignalPainter {

    private static final int MOST_ARROWS = 200;
    private static final int LOOK_BACK = 64;
    private static final int SIGKILL = 9;
    private static final double APART = 24;

    private SignalPainter() {}

    static void paint(Frame frame) {
        Signals signals = frame.picture.lanes().signals();
        Viewport viewport = frame.viewport;
        int first = Math.max(0, signals.firstAtOrAfter(viewport.startNs()) - LOOK_BACK);
        int end = signals.firstAtOrAfter(viewport.endNs());
        boolean onlyKills = end - first > MOST_ARROWS;
        int lastX = Integer.MIN_VALUE / 2;
        for (int i = first; i < end; i++) {
            if (onlyKills && signals.number(i) != SIGKILL) {
                continue;
            }
            int x = viewport.x(frame.picture.trace().tsNs(signals.generatedRow(i)));
            if (!onlyKills || x - lastX >= frame.px(APART)) {
                arrow(frame, signals, i, x);
                lastX = x;
            } else if (x > lastX) {
                tick(frame, signals, i, x);
            }
        }
    }

    /** Only that the target was killed there: its arrow would hide the one before. */
    private static void tick(Frame frame, Signals signals, int signal, int x) {
        int to = frame.layout.rowOfTask(signals.target(signal));
        if (to >= 0 && !frame.layout.above(to, frame.viewport)) {
            frame.pen.fill(x, frame.layout.y(to, frame.viewport), frame.px(1), frame.px(4), frame.argb(Role.SIGNAL));
        }
    }

    private static void arrow(Frame frame, Signals signals, int signal, int x1) {
        RowLayout layout = frame.layout;
        int from = layout.rowOfTask(signals.sender(signal));
        int to = layout.rowOfTask(signals.target(signal));
        if (to < 0) {
            return;
        }
        Trace trace = frame.picture.trace();
        Viewport viewport = frame.viewport;
        int delivered = signals.deliveredRow(signal);
        int x2 = delivered < 0 ? x1 : Math.max(x1, viewport.x(trace.tsNs(delivered)));
        if (layout.above(to, viewport)) {
            return;
        }
        int y2 = layout.y(to, viewport) + layout.height(to) / 2;
        int y1 = from < 0 ? y2 - layout.height(to)
                : Math.max(layout.lanesTop(), layout.y(from, viewport) + layout.height(from) / 2);
        boolean queued = signals.queued(signal);
        int colour = frame.argb(queued ? Role.SIGNAL : Role.SIGNAL_LOST);
        int stroke = frame.px(signals.number(signal) == SIGKILL ? 1.5 : 1);
        int size = frame.px(4);
        int side = y2 >= y1 ? -1 : 1;
        frame.pen.line(x1, y1, x2, y2 + side * size, stroke, queued ? 0 : frame.px(3), colour);
        frame.pen.fill(x1 - size / 2, y1 - size / 2, size, size, colour);
        if (queued) {
            frame.pen.triangle(x2 - size, y2 + side * 2 * size, x2 + size, y2 + side * 2 * size, x2, y2, colour);
        } else {
            frame.pen.fill(x2 - size, y2 + side * size, 2 * size + 1, stroke + 1, colour);
        }
    }
}
