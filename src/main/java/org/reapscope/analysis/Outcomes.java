package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** What a process_mrelease call came to, by its return value and the events around it (kernel-model step P). */
final class Outcomes {

    private static final int ESRCH = -3;
    private static final int EINTR = -4;
    private static final int EAGAIN = -11;
    private static final int EINVAL = -22;

    private final RssCurve rss;
    private final boolean locksRecorded;
    private final boolean teardownsRecorded;

    Outcomes(Trace trace, EventRows rows, RssCurve rss) {
        this.rss = rss;
        locksRecorded = trace.lost() == 0 && rows.has(Tracepoint.MMAP_LOCK_START_LOCKING)
                && rows.has(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED) && rows.has(Tracepoint.MMAP_LOCK_RELEASED);
        teardownsRecorded = rows.has(Tracepoint.EXIT_MMAP) ? rows.of(Tracepoint.EXIT_MMAP).allMatch(row -> trace.object(row) >= 0) : locksRecorded;
    }

    /**
     * Null where the trace cannot tell.
     *
     * @param exitsSeen whether the trace has the exit of every thread of the victim
     */
    @Nullable ReapOutcome of(Reap call, int mm, boolean exitsSeen, @Nullable Teardown teardown) {
        if (call.ret() == null) {
            return null;
        }
        return switch (call.ret().intValue()) {
            case 0 -> success(call, teardown);
            case ESRCH -> esrch(call, mm, exitsSeen, teardown);
            case EINVAL -> ReapOutcome.EINVAL;
            case EINTR -> ReapOutcome.EINTR;
            case EAGAIN -> ReapOutcome.EAGAIN;
            default -> ReapOutcome.OTHER;
        };
    }

    /**
     * Returning 0 means reaped, or MMF_OOM_SKIP seen before (P5) or under (P8) the lock. Without a lock event it is the
     * former only if all of them are recorded; with the lock held, RSS must speak, or the teardown have been past its walk.
     */
    private @Nullable ReapOutcome success(Reap call, @Nullable Teardown teardown) {
        Moment entered = call.entered();
        Moment exited = call.exited();
        if (entered == null || exited == null) {
            return null;
        }
        Moment locked = call.locked();
        Moment released = call.released();
        if (call.mm() < 0) {
            return locksRecorded ? ReapOutcome.NOTHING_LEFT : null;
        }
        Moment from = locked == null ? entered : locked;
        if (rss.changedBy(call.task(), call.mm(), from.row(), (released == null ? exited : released).row())) {
            return ReapOutcome.REAPED;
        }
        if (locked == null || released == null) {
            return null;
        }
        Moment skipSet = teardown == null ? null : teardown.writeAsked();
        boolean skipped = skipSet != null && skipSet.before(locked);
        RssCurve.Amount held = rss.amount(call.mm(), locked.row());
        boolean nothing = held.bound() == RssCurve.Bound.EXACT || held.bytes() == 0 && held.bound() == RssCurve.Bound.AT_MOST;
        return skipped || nothing ? ReapOutcome.NOTHING_LEFT : null;
    }

    /**
     * Harmful if the teardown was not over when the call returned. Where the trace has no teardown it must at least have
     * every thread's exit: the call proves that all had exited, so a trace that lacks one does not show this process whole.
     */
    private @Nullable ReapOutcome esrch(Reap call, int mm, boolean exitsSeen, @Nullable Teardown teardown) {
        Moment exited = call.exited();
        if (mm < 0 || exited == null) {
            return null;
        }
        if (teardown == null) {
            return teardownsRecorded && exitsSeen ? ReapOutcome.ESRCH_HARMFUL : null;
        }
        return teardown.done().ns() <= exited.ns() && teardown.done().before(exited) ? ReapOutcome.ESRCH_BENIGN : ReapOutcome.ESRCH_HARMFUL;
    }
}
