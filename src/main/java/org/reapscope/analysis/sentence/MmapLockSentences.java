package org.reapscope.analysis.sentence;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Blocker;
import org.reapscope.trace.lane.SpanLane;

/** Who asks for, gets and releases the mmap_lock of an mm. */
final class MmapLockSentences {

    private static final int NOT_FOUND = -1;

    private final Cast cast;
    private final Trace trace;

    MmapLockSentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
    }

    EventSentence of(int row) {
        String who = cast.task(trace.task(row));
        boolean write = Payload.write(trace.argument(row));
        String lock = "the mmap_lock of " + cast.mm(trace.object(row)) + (write ? " for writing" : " for reading");
        SpanLane lane = cast.mmapLock(trace.object(row));
        int span = span(lane, row);
        return switch (trace.tracepoint(row)) {
            case MMAP_LOCK_START_LOCKING -> new EventSentence(who + " asks for " + lock + ".", asked(lane, span),
                    write ? Source.MMAP_WRITE_LOCK : Source.MMAP_READ_LOCK);
            case MMAP_LOCK_ACQUIRE_RETURNED -> Payload.success(trace.argument(row))
                    ? new EventSentence(who + " got " + lock + (atOnce(lane, span) ? " at once" : after(lane, span)) + ".", waited(lane, span),
                            write ? Source.MMAP_WRITE_LOCK : Source.MMAP_READ_LOCK)
                    : new EventSentence(who + " tried to get " + lock + " and did not.",
                            write ? Source.MMAP_WRITE_LOCK : Source.MMAP_READ_LOCK);
            default -> new EventSentence(who + " is about to release " + lock + held(lane, span) + ".", next(lane, row),
                    write ? Source.MMAP_WRITE_UNLOCK : Source.MMAP_READ_UNLOCK);
        };
    }

    /** The wait that a span had, and who caused it: empty where there was none. */
    String waited(@Nullable SpanLane lane, int span) {
        return blame(lane, span, "It had to wait for ");
    }

    /** The wait that a span has before it, and who causes it: empty where there is none. */
    String waits(@Nullable SpanLane lane, int span) {
        return blame(lane, span, "It has to wait for ");
    }

    private String blame(@Nullable SpanLane lane, int span, String lead) {
        if (lane == null || span < 0 || !lane.waited(span)) {
            return "";
        }
        List<Blocker> blockers = lane.blockers(span);
        if (blockers.isEmpty()) {
            return "";
        }
        List<Integer> holders = blockers.stream().filter(b -> b.role() == Blocker.Role.HOLDER).map(b -> lane.task(b.span())).toList();
        List<Integer> queued = blockers.stream().filter(b -> b.role() == Blocker.Role.QUEUED_WRITER).map(b -> lane.task(b.span())).toList();
        return (holders.isEmpty() ? "" : lead + cast.tasks(holders) + ".")
                + (queued.isEmpty() ? "" : (holders.isEmpty() ? "" : " ") + "No reader passes a writer that waits: " + cast.tasks(queued) + ".");
    }

    /** The span of the lane with an event in this row, -1 if none. */
    static int span(@Nullable SpanLane lane, int row) {
        if (lane != null) {
            for (int span : lane.touching(row, row)) {
                if (lane.row(span) == row || lane.acquiredRow(span) == row || lane.lastRow(span) == row && !lane.openEnd(span)) {
                    return span;
                }
            }
        }
        return NOT_FOUND;
    }

    /** Who holds the lock right after a row: "victim-1 holds it for reading", "nobody is seen to hold it". */
    static String holders(Cast cast, SpanLane lane, int row, int except) {
        List<Integer> tasks = new ArrayList<>();
        boolean write = false;
        for (int span : lane.holders(row)) {
            if (lane.task(span) != except) {
                tasks.add(lane.task(span));
                write |= lane.write(span);
            }
        }
        return tasks.isEmpty() ? "nobody is seen to hold it"
                : cast.tasks(tasks) + (tasks.size() == 1 ? " holds it " : " hold it ") + (write ? "for writing" : "for reading");
    }

    private static boolean atOnce(@Nullable SpanLane lane, int span) {
        return lane != null && span >= 0 && !lane.startUnknown(span) && !lane.waited(span);
    }

    /** ", after 12 µs"; empty where there was no wait, or none is known. */
    String after(@Nullable SpanLane lane, int span) {
        return lane == null || span < 0 || lane.startUnknown(span) || !lane.waited(span) ? "" : ", after " + cast.time(lane.waitNs(span));
    }

    String held(@Nullable SpanLane lane, int span) {
        return lane == null || span < 0 || lane.acquiredRow(span) < 0 || lane.startUnknown(span) ? ""
                : ", which it held for " + cast.time(lane.holdNs(span));
    }

    /** Who has been waiting for a release. */
    String next(@Nullable SpanLane lane, int row) {
        if (lane == null) {
            return "";
        }
        List<Integer> waiters = new ArrayList<>();
        for (int span : lane.waiters(row)) {
            waiters.add(lane.task(span));
        }
        return waiters.isEmpty() ? "" : cast.tasks(waiters) + (waiters.size() == 1 ? " waits" : " wait") + " for it.";
    }

    private String asked(@Nullable SpanLane lane, int span) {
        if (lane == null || span < 0 || !lane.waited(span)) {
            return "";
        }
        String got = lane.acquiredRow(span) < 0 ? "It does not get it within this trace."
                : "It gets it " + cast.time(lane.waitNs(span)) + " later.";
        return join(got, waits(lane, span));
    }

    static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
    }
}
