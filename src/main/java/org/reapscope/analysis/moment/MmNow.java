package org.reapscope.analysis.moment;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.sentence.Cast;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Mapped;

/**
 * The victim's mm at a moment, as far as the trace knows. What no event tells (mm_users, mm_count, the flags) is not
 * here: it is unknown.
 *
 * @param victim whose mm
 * @param address its address, as far as it is known
 * @param counters its counters that rss_stat tells of, at any time
 * @param mapped their sum without swap entries
 * @param lock its mmap_lock, null if no event speaks of it
 * @param threads how many threads the victim had at the kill
 * @param threadsWithoutMm how many of them have let go of it
 * @param tornDown whether it is torn down
 */
public record MmNow(String victim, String address, List<Counter> counters, Mapped mapped, @Nullable LockNow lock,
        int threads, int threadsWithoutMm, boolean tornDown) {

    /**
     * One counter in bytes.
     *
     * @param told what it was when it was told last, -1 if it has not been told yet
     * @param next what it is when it is told next, if changes went unseen until then; -1 if {@code told} holds
     */
    public record Counter(RssMember member, long told, long next) {}

    /** The mm of a kill right after the event in {@code row}, null if the trace does not tell which it is. */
    public static @Nullable MmNow of(Kill kill, Cast cast, Lanes lanes, LocksNow locks, int row) {
        if (kill.mm() < 0) {
            return null;
        }
        List<Counter> counters = new ArrayList<>();
        for (RssMember member : RssMember.values()) {
            CounterLane lane = lanes.rss(kill.mm(), member);
            if (lane != null) {
                counters.add(counter(lane, member, lane.stepAt(row)));
            }
        }
        int gone = (int) kill.threads().stream().filter(t -> t.mmNull() != null && t.mmNull().row() <= row).count();
        return new MmNow(kill.victim(), cast.address(kill.mm()), List.copyOf(counters), Mapped.at(lanes, kill.mm(), row),
                locks.mmapLock(kill.mm(), row), kill.threads().size(), gone,
                kill.tornDown() != null && kill.tornDown().row() <= row);
    }

    private static Counter counter(CounterLane lane, RssMember member, int step) {
        return step < 0 ? new Counter(member, -1, Math.max(0, lane.value(0)))
                : new Counter(member, Math.max(0, lane.value(step)), lane.holds(step) ? -1 : Math.max(0, lane.next(step)));
    }
}
