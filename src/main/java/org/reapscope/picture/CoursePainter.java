package org.reapscope.picture;

import java.util.List;

import org.reapscope.trace.lane.StateLane;

/**
 * Draws a task of a run: its states as in every trace, and over them what it did, a mark for each step. The steps of other
 * tasks fall where it has no mark, so that the interleaving is seen at a glance.
 */
final class CoursePainter {

    private static final double MARK = 5;
    private static final int HATCH_ALPHA = 0x80;
    /** Of a longer name, so many letters still tell something. */
    private static final int LEAST_PART = 4;

    private CoursePainter() {}

    static void paint(Frame frame, Row.Course row, int y, int height) {
        if (frame.picture.lanes().lane(row.id()) instanceof StateLane lane) {
            StatePainter.paint(frame, lane, y, height);
        } else {
            frame.strip(y, height, Role.LANE);
        }
        List<Doings.Doing> pieces = row.doings().pieces();
        int ink = frame.palette.argb(Role.INK_LIGHT, HATCH_ALPHA);
        int lastX = Integer.MIN_VALUE;
        for (int i = row.doings().firstEndingAfter(frame.startNs); i < pieces.size() && pieces.get(i).startNs() < frame.endNs; i++) {
            Doings.Doing piece = pieces.get(i);
            int x = frame.viewport.x(piece.startNs());
            int end = frame.viewport.x(piece.endNs());
            int width = Math.max(1, end - x - frame.px(1));
            switch (piece.kind()) {
                case STEP -> {
                    if (x > lastX) {
                        frame.pen.fill(x, y + height - frame.px(MARK), width, frame.px(MARK), frame.argb(Role.INK_DARK));
                        lastX = x;
                    }
                }
                case SPINS -> {
                    frame.pen.fill(x, y, width, height, frame.argb(Role.LOCK_WAIT));
                    frame.pen.hatch(x, y, width, height, Hatch.RISING, frame.px(1), ink);
                    frame.pen.hatch(x, y, width, height, Hatch.FALLING, frame.px(1), ink);
                }
                case WAITS -> { }
            }
        }
        StripPainter.ghost(frame, row.ghost(), y, height);
    }

    static void labels(Frame frame, Row.Course row, int y, int height, int budget, List<Label> out) {
        List<Doings.Doing> pieces = row.doings().pieces();
        int i = row.doings().firstEndingAfter(frame.viewport.startNs());
        while (i < pieces.size() && pieces.get(i).startNs() < frame.viewport.endNs() && out.size() < budget) {
            Doings.Doing first = pieces.get(i);
            long end = first.endNs();
            int next = i + 1;
            while (next < pieces.size() && pieces.get(next).startNs() == end && pieces.get(next).kind() == first.kind()
                    && pieces.get(next).text().equals(first.text())) {
                end = pieces.get(next++).endNs();
            }
            label(frame, row, first, end, y, height, out);
            i = next;
        }
    }

    private static void label(Frame frame, Row.Course row, Doings.Doing first, long endNs, int y, int height, List<Label> out) {
        int size = frame.px(11);
        int x = Math.max(frame.left(), frame.viewport.x(first.startNs())) + frame.px(3);
        int width = Math.min(frame.viewport.width(), frame.viewport.x(endNs)) - x - frame.px(2);
        String text = Label.fitted(first.text(), width, size);
        if (text.equals(first.text()) || text.length() > LEAST_PART) {
            Role ink = frame.palette.inkOn(first.kind() == Doings.Kind.STEP ? fill(frame, row, first.startNs()) : Role.LOCK_WAIT);
            out.add(new Label(x, y + (height - frame.px(MARK) + size) / 2, width, size, text, ink, Label.Anchor.START, false));
        }
    }

    private static Role fill(Frame frame, Row.Course row, long ns) {
        int interval = frame.picture.lanes().lane(row.id()) instanceof StateLane lane ? lane.at(ns) : -1;
        return interval >= 0 && frame.picture.lanes().lane(row.id()) instanceof StateLane lane ? StatePainter.role(lane.state(interval)) : Role.LANE;
    }
}
