package org.reapscope.paint;

import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;

/** Draws the counters of an mm as steps over one scale: the greatest as an area, the others as lines. */
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
                frame.pen.fill(frame.left() + c, to, 1, bottom - to, shade);
            }
            frame.pen.fill(frame.left() + c, from - thickness, 1, to - from + thickness, colour);
            before = low;
        }
    }
}
