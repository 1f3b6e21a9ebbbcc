package org.reapscope.trace.lane;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.trace.RssMember;

/**
 * What an mm maps at a moment, by the counters that rss_stat tells of it: file, anonymous and shared-memory pages. Swap
 * entries are no memory.
 *
 * @param lastTold the sum of the values told last, -1 if none is
 * @param least the sum of those that are known at the moment, each at the lower end of what is known: the mm maps this much
 *     for certain
 * @param unknown the counters that the trace tells of at another time and that are not known at this moment
 */
public record Mapped(long lastTold, long least, List<RssMember> unknown) {

    /** The counters that are memory. */
    public static final List<RssMember> MEMBERS =
            List.of(RssMember.MM_FILEPAGES, RssMember.MM_ANONPAGES, RssMember.MM_SHMEMPAGES);

    /** What is mapped right after the event in {@code row}. O(log n). */
    public static Mapped at(Lanes lanes, int mm, int row) {
        long lastTold = -1;
        long least = 0;
        List<RssMember> unknown = new ArrayList<>();
        for (RssMember member : MEMBERS) {
            CounterLane lane = mm < 0 ? null : lanes.rss(mm, member);
            int step = lane == null ? -1 : lane.stepAt(row);
            if (lane != null && step >= 0) {
                lastTold = Math.max(0, lastTold) + Math.max(0, lane.value(step));
            }
            if (lane != null && step >= 0 && lane.holds(step)) {
                least += Math.max(0, Math.min(lane.value(step), lane.next(step)));
            } else if (lane != null) {
                unknown.add(member);
            }
        }
        return new Mapped(lastTold, least, List.copyOf(unknown));
    }

    /** Whether {@link #lastTold} is what is mapped. */
    public boolean known() {
        return lastTold >= 0 && unknown.isEmpty();
    }
}
