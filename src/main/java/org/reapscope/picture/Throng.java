package org.reapscope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Bands or flags that lie so close together that each of them would be hidden by the next. A dense crowd is drawn as one thing
 * that says how many it is; whoever zooms in sees it open.
 *
 * @param first index of its first member
 * @param end index after its last
 * @param count how many members it has
 * @param x1 where it begins, in pixels from where the grid begins unless it says otherwise
 * @param x2 where it ends
 * @param dense whether its members cannot be told apart
 */
record Throng(int first, int end, int count, int x1, int x2, boolean dense) {

    private static final int LEAST = 3;

    /**
     * The crowds of things that are in the order of their left edges.
     *
     * @param from index of the first
     * @param to index after the last
     * @param member whether an index belongs to the things that are meant
     * @param left their left edges in pixels
     * @param right their right edges
     * @param apart what is nearer than this is one crowd
     * @param room how much each needs to be told from the next
     */
    static List<Throng> of(int from, int to, IntPredicate member, IntUnaryOperator left, IntUnaryOperator right, int apart, int room) {
        List<Throng> crowds = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (!member.test(i)) {
                i++;
                continue;
            }
            int first = i;
            int count = 0;
            int last = i;
            int x1 = left.applyAsInt(i);
            int x2 = Integer.MIN_VALUE;
            long widths = 0;
            while (i < to && (!member.test(i) || count == 0 || left.applyAsInt(i) - x2 < apart)) {
                if (member.test(i)) {
                    x2 = Math.max(x2, right.applyAsInt(i));
                    widths += right.applyAsInt(i) - left.applyAsInt(i);
                    last = i;
                    count++;
                }
                i++;
            }
            crowds.add(new Throng(first, last + 1, count, x1, x2, count >= LEAST && Math.max(x2 - x1, widths) < (long) count * room));
        }
        return crowds;
    }

    /** The crowds of the bands in sight, from the left edge of the picture. */
    static List<Throng> ofBands(Frame frame) {
        return frame.crowds.bands(frame).stream().filter(crowd -> crowd.inSight(frame)).map(crowd -> crowd.seen(frame)).toList();
    }

    /** The crowds of the flags in sight, from the left edge of the picture. */
    static List<Throng> ofFlags(Frame frame) {
        return frame.crowds.flags(frame).stream().filter(crowd -> crowd.inSight(frame)).map(crowd -> crowd.seen(frame)).toList();
    }

    /** Where it begins in the picture. */
    int left(Frame frame) {
        return x1 - frame.gridLeft();
    }

    /** Where it ends in the picture. */
    int right(Frame frame) {
        return x2 - frame.gridLeft();
    }

    private boolean inSight(Frame frame) {
        return right(frame) >= frame.left() && left(frame) < frame.viewport.width();
    }

    private Throng seen(Frame frame) {
        return new Throng(first, end, count, Math.max(frame.left(), left(frame)), right(frame), dense);
    }
}
