package org.reapscope.picture;

import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Signals;

/**
 * Draws signals as arrows from sender to target, to where the target took them. One that was not queued is dashed and ends
 * in a bar. Where too many are in sight only SIGKILL remains, and of those that are close together the first of a cell of the
 * picture has an arrow, so that the same ones have while the view moves.
 */
final class SignalPainter {

    private static final int MOST_ARROWS = 200;
    private static final int SIGKILL = 9;
    private static final double APART = 24;
    private static final int FAR = Integer.MIN_VALUE / 2;

    private SignalPainter() {}

    static void paint(Frame frame) {
        Signals signals = frame.picture.lanes().signals();
        Viewport viewport = frame.viewport;
        int first = signals.firstReaching(frame.startNs);
        int end = signals.firstAtOrAfter(frame.endNs);
        int startRow = frame.picture.trace().rowAtOrAfter(frame.startNs);
        boolean onlyKills = onlyKills(frame);
        int before = onlyKills ? killBefore(signals, first) : -1;
        int lastX = before < 0 ? FAR : gridX(frame, signals, before);
        for (int i = first; i < end; i++) {
            if (onlyKills && signals.number(i) != SIGKILL) {
                continue;
            }
            boolean inSight = Math.max(signals.generatedRow(i), signals.deliveredRow(i)) >= startRow;
            if (!onlyKills) {
                if (inSight) {
                    arrow(frame, signals, i, viewport.x(frame.picture.trace().tsNs(signals.generatedRow(i))));
                }
                continue;
            }
            int x = gridX(frame, signals, i);
            if (inSight && Math.floorDiv(x, frame.px(APART)) != Math.floorDiv(lastX, frame.px(APART))) {
                arrow(frame, signals, i, x - frame.gridLeft());
            } else if (inSight && x > lastX) {
                tick(frame, signals, i, x - frame.gridLeft());
            }
            lastX = x;
        }
    }

    /** Whether there are too many in sight for each to have an arrow. */
    static boolean onlyKills(Frame frame) {
        Signals signals = frame.picture.lanes().signals();
        return signals.firstAtOrAfter(frame.viewport.endNs()) - signals.firstAtOrAfter(frame.viewport.startNs()) > MOST_ARROWS;
    }

    private static int killBefore(Signals signals, int signal) {
        int before = signal - 1;
        while (before >= 0 && signals.number(before) != SIGKILL) {
            before--;
        }
        return before;
    }

    private static int gridX(Frame frame, Signals signals, int signal) {
        return frame.viewport.gridX(frame.picture.trace().tsNs(signals.generatedRow(signal)));
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
