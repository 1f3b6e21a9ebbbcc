package org.reapscope.picture;

import org.reapscope.trace.Trace;

/** Draws the whole trace in a strip: how many events, bands, marks, and the window that is in sight. */
final class OverviewPainter {

    /** More than one mark in so many pixels leaves the counts of events in sight: each is so many times shorter. */
    private static final int MANY = 4;

    private Object counted = this;
    private int[] counts = new int[0];
    private int width;
    private int most;

    void paint(Frame frame, int y, int height) {
        Viewport viewport = frame.viewport;
        Trace trace = frame.picture.trace();
        int plot = viewport.plotWidth();
        frame.pen.fill(frame.left(), y, plot, height, frame.argb(Role.LANE));
        count(trace, plot);
        double unit = (height - frame.px(2)) / Math.sqrt(Math.max(1, most));
        for (int c = 0; c < plot; c++) {
            int bar = counts[c] == 0 ? 0 : Math.max(1, (int) (Math.sqrt(counts[c]) * unit));
            frame.pen.fill(frame.left() + c, y + height - bar, 1, bar, frame.argb(Role.OVERVIEW));
        }
        int shadedTo = Integer.MIN_VALUE;
        for (int i = 0; i < frame.picture.bands().size(); i++) {
            Band band = frame.picture.bands().get(i);
            int x = Math.max(shadedTo, x(frame, band.startNs()));
            int end = Math.max(x(frame, band.startNs()) + 1, x(frame, band.endNs()));
            frame.pen.fill(x, y, end - x, height, frame.argb(Role.ESRCH_SHADE));
            shadedTo = Math.max(shadedTo, end);
        }
        boolean many = frame.picture.marks().size() > plot / frame.px(MANY);
        for (int i = 0; i < frame.picture.marks().size(); i++) {
            Mark mark = frame.picture.marks().get(i);
            boolean flag = mark.shape() == Mark.Shape.FLAG;
            int tall = flag ? height : height / 2;
            int drawn = many ? tall / MANY : tall;
            frame.pen.fill(x(frame, mark.ns()), flag && many ? y : y + height - drawn, frame.px(flag && !many ? 2 : 1), drawn,
                    frame.argb(flag ? Role.ESRCH : MarkPainter.role(mark.severity())));
        }
        int from = Math.max(frame.left(), x(frame, viewport.startNs()));
        int to = Math.max(from + frame.px(3), Math.min(frame.left() + plot, x(frame, viewport.endNs())));
        frame.pen.fill(from, y, to - from, height, frame.argb(Role.OVERVIEW_WINDOW));
        frame.pen.outline(from, y, to - from, height, frame.px(1), frame.argb(Role.ACCENT));
        frame.pen.outline(frame.left(), y, plot, height, frame.px(1), frame.argb(Role.GRID));
    }

    /** The time at a pixel of the strip. */
    static long ns(Picture picture, Viewport viewport, int x) {
        Trace trace = picture.trace();
        double share = (double) (x - viewport.gutter()) / viewport.plotWidth();
        return trace.firstNs() + Math.round(Math.clamp(share, 0.0, 1.0) * (trace.lastNs() - trace.firstNs()));
    }

    private static int x(Frame frame, long ns) {
        Trace trace = frame.picture.trace();
        double span = Math.max(1, trace.lastNs() - trace.firstNs());
        return frame.left() + (int) (Math.clamp((ns - trace.firstNs()) / span, 0.0, 1.0) * (frame.viewport.plotWidth() - 1));
    }

    private void count(Trace trace, int plot) {
        if (counted == trace && width == plot) {
            return;
        }
        counted = trace;
        width = plot;
        counts = new int[plot];
        most = 0;
        long span = trace.lastNs() - trace.firstNs();
        int before = 0;
        for (int c = 0; c < plot; c++) {
            long edge = trace.firstNs() + (long) ((double) span * (c + 1) / plot);
            int rows = c == plot - 1 ? trace.size() : trace.rowAtOrAfter(edge);
            counts[c] = rows - before;
            most = Math.max(most, counts[c]);
            before = rows;
        }
    }
}
