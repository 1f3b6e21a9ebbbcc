package org.reapscope.analysis.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.moment.LockNow.Party;
import org.reapscope.analysis.sentence.Cast;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/** Who holds and who waits for which lock at a moment. */
public final class LocksNow {

    /** More than these nobody reads, and a trace may have many thousands. */
    private static final int MOST_LOCKS = 50;
    private static final int MOST_PARTIES = 20;

    private final Trace trace;
    private final Lanes lanes;
    private final Cast cast;

    public LocksNow(Lanes lanes, Cast cast) {
        this.trace = lanes.trace();
        this.lanes = lanes;
        this.cast = cast;
    }

    /** The locks that somebody holds or waits for right after the event in {@code row}. O(locks, and those in use log n). */
    public FirstOf<LockNow> at(int row) {
        List<LockNow> result = new ArrayList<>();
        int count = 0;
        for (int mm = 0; mm < trace.mms().size(); mm++) {
            SpanLane lane = lanes.mmapLock(mm);
            if (lane != null && lane.reaches(row) && (lane.anyHolder(row, span -> true) || waiters(lane, row).length > 0)) {
                if (count++ < MOST_LOCKS) {
                    result.add(mmapLock(mm, lane, row));
                }
            }
        }
        for (int lock = 0; lock < trace.locks().size(); lock++) {
            SpanLane lane = lanes.spinlock(lock);
            int[] waiters = lane == null || !lane.reaches(row) ? new int[0] : lane.waiters(row);
            if (lane != null && waiters.length > 0 && count++ < MOST_LOCKS) {
                result.add(new LockNow(cast.lock(lock), new FirstOf<>(List.of(), 0), parties(lane, waiters, row, false), false));
            }
        }
        return new FirstOf<>(result, count - result.size());
    }

    /** The mmap_lock of one mm, null if no event speaks of it. */
    @Nullable LockNow mmapLock(int mm, int row) {
        SpanLane lane = lanes.mmapLock(mm);
        return lane == null ? null : mmapLock(mm, lane, row);
    }

    private LockNow mmapLock(int mm, SpanLane lane, int row) {
        return new LockNow("mmap_lock of " + cast.mm(mm), parties(lane, lane.holders(row), row, true),
                parties(lane, waiters(lane, row), row, false), true);
    }

    private static int[] waiters(SpanLane lane, int row) {
        return IntStream.of(lane.waiters(row)).filter(lane::waited).toArray();
    }

    private FirstOf<Party> parties(SpanLane lane, int[] spans, int row, boolean held) {
        List<Party> result = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_PARTIES, spans.length); i++) {
            int span = spans[i];
            int from = held ? lane.acquiredRow(span) : lane.row(span);
            result.add(new Party(lane.task(span), cast.task(lane.task(span)), lane.write(span),
                    lane.startUnknown(span) ? -1 : trace.tsNs(row) - trace.tsNs(from), from));
        }
        return new FirstOf<>(result, spans.length - result.size());
    }
}
