package org.reapscope.picture;

import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;

/**
 * Draws the counters of an mm as steps over one scale: the greatest as an area, the others as lines. Where a counter is
 * not known it is dots from the value told last, or from the bottom, to the one told next.
 */
final class RssPainter {

    private static final RssMember[] MEMBERS = RssMember.values();
    private static final int AREA_ALPHA = 0x50;

    private RssPainter() {}

    static void paint(Frame frame, int mm, int y, int height) {
        Lanes lanes = frame.picture.lanes();
        frame.strip(y, height, Role.LANE);
        long top = top(lanes, mm);
        for (RssMember member : MEMBERS) {
            CounterLane lane = lanes.rss(mm, member);
            if (lane != null && lane.greatestBytes() > 0) {
                lane.values(frame.columns, frame.least, frame.greatest);
                curve(frame, role(member), top >> 10, y, height, lane.greatestBytes() == top, gone(frame, mm));
                unknown(frame, lane, top >> 10, y, height, gone(frame, mm));
            }
        }
    }

    /** The greatest value of any counter of the mm, in bytes. */
    static long top(Lanes lanes, int mm) {
        long top = 0;
        for (RssMember member : MEMBERS) {
            CounterLane lane = lanes.rss(mm, member);
            top = lane == null ? top : Math.max(top, lane.greatestBytes());
        }
        return top;
    }

    static Role role(RssMember member) {
        return switch (member) {
            case MM_ANONPAGES -> Role.RSS_ANON;
            case MM_FILEPAGES -> Role.RSS_FILE;
            case MM_SHMEMPAGES -> Role.RSS_SHMEM;
            case MM_SWAPENTS -> Role.RSS_SWAP;
        };
    }

    /** The column after which the mm is no more. */
    private static int gone(Frame frame, int mm) {
        int row = frame.picture.trace().mms().get(mm).exitMmapRow();
        int n = frame.columns.count();
        return row < 0 ? n : Math.clamp(frame.columns.column(frame.picture.trace().tsNs(row)) + 1, 0, n);
    }

    /** Whether some of a counter in sight is not known. */
    static boolean unknownInSight(Frame frame, CounterLane lane) {
        lane.values(frame.columns, frame.least, frame.greatest);
        for (int c = gone(frame, lane.id().mm()) - 1; c >= 0; c--) {
            if (frame.least[c] == CounterLane.NOTHING) {
                return true;
            }
        }
        return false;
    }

    static void unknown(Frame frame, Role role, int x, int y, int width, int height) {
        frame.pen.hatch(x, y, width, height, Hatch.SPARSE, frame.px(1), frame.argb(role));
    }

    private static void unknown(Frame frame, CounterLane lane, long topKib, int y, int height, int end) {
        int c = 0;
        while (c < end) {
            int from = c;
            while (c < end && frame.least[c] == CounterLane.NOTHING) {
                c++;
            }
            if (c > from) {
                int step = lane.at(frame.columns.endNs(from) - 1);
                long told = step < 0 ? 0 : Math.max(0, lane.value(step));
                long next = step < 0 ? lane.value(0) : lane.next(step);
                int high = (int) (height * (Math.max(told, next) >> 10) / Math.max(1, topKib));
                int low = (int) (height * (Math.min(told, Math.max(0, next)) >> 10) / Math.max(1, topKib));
                unknown(frame, role(lane.id().member()), frame.columnX(from), y + height - high, c - from, high - low);
            }
            c++;
        }
    }

    private static void curve(Frame frame, Role role, long topKib, int y, int height, boolean area, int end) {
        int colour = frame.argb(role);
        int shade = frame.palette.argb(role, AREA_ALPHA);
        int thickness = frame.px(1.5);
        int usable = height - thickness;
        int bottom = y + height;
        int before = -1;
        for (int c = 0; c < end; c++) {
            if (frame.least[c] == CounterLane.NOTHING) {
                before = -1;
                continue;
            }
            int high = bottom - (int) (usable * Math.max(0L, frame.greatest[c]) / Math.max(1, topKib));
            int low = bottom - (int) (usable * Math.max(0L, frame.least[c]) / Math.max(1, topKib));
            int from = before < 0 ? high : Math.min(high, before);
            int to = low;
            if (area) {
                frame.pen.fill(frame.columnX(c), to, 1, bottom - to, shade);
            }
            frame.pen.fill(frame.columnX(c), from - thickness, 1, to - from + thickness, colour);
            before = low;
        }
    }
}
