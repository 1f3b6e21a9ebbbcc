package org.reapscope.viewmodel.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.sentence.Cast;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.viewmodel.inspector.LockNow.Party;

/** Who holds and who waits for which lock at a moment. */
final class LocksNow {

    private final Trace trace;
    private final Lanes lanes;
    private final Cast cast;

    LocksNow(Lanes lanes, Cast cast) {
        this.trace = lanes.trace();
        this.lanes = lanes;
        this.cast = cast;
    }

    /** Every lock that somebody holds or waits for right after the event in {@code row}. O(locks log n). */
    List<LockNow> at(int row) {
        List<LockNow> result = new ArrayList<>();
        for (int mm = 0; mm < trace.mms().size(); mm++) {
            LockNow lock = mmapLock(mm, row);
            if (lock != null && !(lock.holders().isEmpty() && lock.waiters().isEmpty())) {
                result.add(lock);
            }
        }
        for (int lock = 0; lock < trace.locks().size(); lock++) {
            SpanLane lane = lanes.spinlock(lock);
            int[] waiters = lane == null ? new int[0] : lane.waiters(row);
            if (lane != null && waiters.length > 0) {
                result.add(new LockNow(cast.lock(lock), List.of(), parties(lane, waiters, row, false), false));
            }
        }
        return result;
    }

    /** The mmap_lock of one mm, null if no event speaks of it. */
    @Nullable LockNow mmapLock(int mm, int row) {
        SpanLane lane = lanes.mmapLock(mm);
        return lane == null ? null : new LockNow("mmap_lock of " + cast.mm(mm), parties(lane, lane.holders(row), row, true),
                parties(lane, IntStream.of(lane.waiters(row)).filter(lane::waited).toArray(), row, false), true);
    }

    private List<Party> parties(SpanLane lane, int[] spans, int row, boolean held) {
        List<Party> result = new ArrayList<>();
        for (int span : spans) {
            int from = held ? lane.acquiredRow(span) : lane.row(span);
            result.add(new Party(lane.task(span), cast.task(lane.task(span)), lane.write(span),
                    lane.startUnknown(span) ? -1 : trace.tsNs(row) - trace.tsNs(from), from));
        }
        return result;
    }
}
