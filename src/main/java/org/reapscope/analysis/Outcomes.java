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

    private final Trace trace;
    private final EventRows rows;
    private final RssCurve rss;

    Outcomes(Trace trace, EventRows rows, RssCurve rss) {
        this.trace = trace;
        this.rows = rows;
        this.rss = rss;
    }

    /** Null where the trace cannot tell. */
    @Nullable ReapOutcome of(Reap call, int mm, @Nullable Teardown teardown) {
        if (call.ret() == null) {
            return null;
        }
        return switch (call.ret().intValue()) {
            case 0 -> success(call, teardown);
            case ESRCH -> esrch(call, mm, teardown);
            case EINVAL -> ReapOutcome.EINVAL;
            case EINTR -> ReapOutcome.EINTR;
            case EAGAIN -> ReapOutcome.EAGAIN;
            default -> ReapOutcome.OTHER;
        };
    }

    /** Returning 0 means reaped, or MMF_OOM_SKIP seen before (P5) or under (P8) the lock. */
    private @Nullable ReapOutcome success(Reap call, @Nullable Teardown teardown) {
        if (!rows.has(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED)) {
            return null;
        }
        Moment locked = call.locked();
        Moment released = call.released();
        if (locked == null || released == null) {
            return ReapOutcome.NOTHING_LEFT;
        }
        if (rss.changedBy(call.task(), call.mm(), locked.row(), released.row())) {
            return ReapOutcome.REAPED;
        }
        Moment skipSet = teardown == null ? null : teardown.writeAsked();
        boolean counted = !rss.coarse() && rss.bytes(call.mm(), locked.row()) >= 0;
        return counted || rss.bytes(call.mm(), locked.row()) == 0 || skipSet != null && skipSet.before(locked)
                ? ReapOutcome.NOTHING_LEFT : ReapOutcome.REAPED;
    }

    /** Harmful if the teardown was not over when the call returned. */
    private @Nullable ReapOutcome esrch(Reap call, int mm, @Nullable Teardown teardown) {
        Moment exited = call.exited();
        if (mm < 0 || exited == null) {
            return null;
        }
        if (teardown == null) {
            boolean wouldBeSeen = rows.has(Tracepoint.EXIT_MMAP) || rows.has(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED);
            return wouldBeSeen ? ReapOutcome.ESRCH_HARMFUL : null;
        }
        return teardown.done().ns() <= trace.tsNs(exited.row()) && teardown.done().before(exited)
                ? ReapOutcome.ESRCH_BENIGN : ReapOutcome.ESRCH_HARMFUL;
    }
}
