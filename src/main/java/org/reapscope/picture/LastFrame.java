package org.reapscope.picture;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.lane.SpanLane;

/** What a painter drew last, and where, so that it can be moved instead of drawn again. */
final class LastFrame {

    /** A view that has moved by more of its width than this is drawn anew: there is little to keep. */
    private static final double MOST_MOVED = 0.5;

    private int @Nullable [] pixels;
    private @Nullable Picture picture;
    private @Nullable Viewport viewport;
    private BitSet decided = new BitSet();
    private BitSet before = new BitSet();

    /** What is in the pixels is not known any more. */
    void forget() {
        pixels = null;
    }

    /**
     * Moves the body of the picture to where it lies in a new frame, if that shows the same at another time, and remembers the frame.
     *
     * @return how many pixels it moved to the left; {@link Viewport#ELSEWHERE} if everything has to be drawn
     */
    int moveTo(Frame frame, int[] into) {
        BitSet spare = before;
        before = decided;
        decided = spare;
        decide(frame);
        Viewport was = viewport;
        boolean known = pixels == into && picture == frame.picture && was != null && before.equals(decided);
        int by = known && was != null ? frame.viewport.movedSince(was) : Viewport.ELSEWHERE;
        pixels = into;
        picture = frame.picture;
        viewport = frame.viewport;
        int plot = frame.viewport.plotWidth();
        if (by == Viewport.ELSEWHERE || Math.abs(by) + 2 * frame.px(Frame.REACH) > plot * MOST_MOVED) {
            return Viewport.ELSEWHERE;
        }
        move(frame, into, by);
        return by;
    }

    private static void move(Frame frame, int[] into, int by) {
        int width = frame.viewport.width();
        int bottom = Math.min(frame.viewport.height(), frame.layout.bodyBottom(frame.viewport));
        int n = frame.viewport.plotWidth() - Math.abs(by);
        for (int y = 0; y < bottom && by != 0; y++) {
            int left = y * width + frame.left();
            System.arraycopy(into, left + Math.max(0, by), into, left + Math.max(0, -by), n);
        }
    }

    /** What is decided by all that is in sight: where it changes nothing can be kept. */
    private void decide(Frame frame) {
        decided.clear();
        List<Row> rows = frame.picture.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Spans spans && frame.picture.lanes().lane(spans.id()) instanceof SpanLane lane) {
                decided.set(i, lane.crowded(frame.whole));
            }
        }
        decided.set(rows.size(), SignalPainter.onlyKills(frame));
        decided.set(rows.size() + 1, TiePainter.shown(frame));
    }
}
