package org.reapscope.analysis.sentence;

import java.util.List;

import org.reapscope.base.errno.Errno;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.SpanLane;

/** Waits for contended locks. */
final class ContentionSentences {

    private final Cast cast;
    private final Trace trace;

    ContentionSentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
    }

    EventSentence begun(int row) {
        int flags = (int) trace.argument(row);
        String took = wait(row);
        String happened = cast.task(trace.task(row)) + " has to wait for " + kind(flags) + " (" + cast.lock(trace.object(row)) + ")"
                + (took.isEmpty() ? "." : ", for " + took + ".");
        return new EventSentence(happened, whichLock(trace.stack(row), flags), source(flags));
    }

    EventSentence ended(int row) {
        long ret = trace.argument(row);
        String after = wait(row);
        return new EventSentence(cast.task(trace.task(row)) + (ret == 0 ? " got " : " gave up (" + Errno.result(ret) + ") ")
                + cast.lock(trace.object(row)) + (after.isEmpty() ? "." : " after " + after + "."),
                "", Source.UNKNOWN);
    }

    private String wait(int row) {
        SpanLane lane = cast.spinlock(trace.object(row));
        int span = MmapLockSentences.span(lane, row);
        return lane == null || span < 0 || lane.startUnknown(span) || lane.openEnd(span) ? "" : cast.time(lane.waitNs(span));
    }

    private static String kind(int flags) {
        if ((flags & Payload.LOCK_SPIN) != 0) {
            return (flags & Payload.LOCK_READ) != 0 ? "an rwlock, to read"
                    : (flags & Payload.LOCK_WRITE) != 0 ? "an rwlock, to write" : "a spinlock";
        }
        if ((flags & Payload.LOCK_MUTEX) != 0) {
            return "a mutex";
        }
        if ((flags & Payload.LOCK_RT) != 0) {
            return "an rt_mutex";
        }
        return (flags & Payload.LOCK_WRITE) != 0 ? "an rw_semaphore, to write"
                : (flags & Payload.LOCK_READ) != 0 ? "an rw_semaphore, to read" : "a lock";
    }

    private static String whichLock(List<String> stack, int flags) {
        if ((flags & Payload.LOCK_SPIN) == 0) {
            return "It sleeps until it gets it.";
        }
        if (stack.isEmpty()) {
            return "Which lock that is, and who holds it, no event says: record stack traces with contention_begin to know.";
        }
        boolean pageTable = stack.stream().anyMatch(frame -> frame.contains("pte_offset_map") || frame.contains("zap_p")
                || frame.contains("unmap_page_range") || frame.contains("smaps_pte_range"));
        return (pageTable ? "By its stack it is a page-table lock: two walkers met at the same 2 MiB. "
                : "By its stack it is not a page-table lock. ") + "Who holds it no event says.";
    }

    private static Source source(int flags) {
        if ((flags & Payload.LOCK_SPIN) != 0) {
            return (flags & Payload.LOCK_READ) != 0 ? Source.RWLOCK_READ_SLOWPATH
                    : (flags & Payload.LOCK_WRITE) != 0 ? Source.RWLOCK_WRITE_SLOWPATH : Source.SPIN_SLOWPATH;
        }
        return (flags & Payload.LOCK_MUTEX) != 0 ? Source.MUTEX
                : (flags & Payload.LOCK_WRITE) != 0 ? Source.RWSEM_WRITE_SLOWPATH
                : (flags & Payload.LOCK_READ) != 0 ? Source.RWSEM_READ_SLOWPATH : Source.UNKNOWN;
    }
}
