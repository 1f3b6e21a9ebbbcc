package org.reapscope.analysis.sentence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.RssCurve;
import org.reapscope.trace.Mm;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/** What the sentences call the tasks, mms and locks of a trace, and who holds a lock. */
public final class Cast {

    private static final int NAMED = 3;

    private final Trace trace;
    private final ClockFigures clock;
    private final @Nullable Lanes lanes;
    private final @Nullable RssCurve rss;
    private final Map<Integer, Kill> killByMm = new HashMap<>();

    public Cast(Trace trace, @Nullable Lanes lanes, List<Kill> kills) {
        this.trace = trace;
        this.clock = ClockFigures.of(trace);
        this.lanes = lanes;
        this.rss = lanes == null ? null : new RssCurve(trace, lanes);
        kills.forEach(kill -> killByMm.putIfAbsent(kill.mm(), kill));
    }

    /** The figures of the trace's clock. */
    public ClockFigures clock() {
        return clock;
    }

    /** A distance between two events in what the clock tells. */
    String time(long distance) {
        return clock.length(distance);
    }

    /** {@code comm-tid}. */
    public String task(int task) {
        return task < 0 ? "a task that the trace does not name" : task == Task.IDLE ? "the idle task" : trace.tasks().get(task).label();
    }

    /** "the mm of victim-3295" where that is known, else by its address. */
    public String mm(int mm) {
        if (mm < 0) {
            return "an mm that the trace does not name";
        }
        Kill kill = kill(mm);
        return kill == null ? "mm " + address(mm) : "the mm of " + kill.victim();
    }

    /** The last hex digits of the mm's address, which is hashed anyway. */
    public String address(int mm) {
        Mm m = trace.mms().get(mm);
        String label = m.label();
        return (m.pointer() == 0 ? label : "…" + label.substring(Math.max(0, label.length() - 8)))
                + (m.epoch() == 0 ? "" : " (" + (m.epoch() + 1) + ")");
    }

    /** "spinlock 12": locks have no names, only an order of first appearance. */
    public String lock(int lock) {
        return "lock " + (lock + 1);
    }

    /** The kill of a process with this mm, if there is one. */
    public @Nullable Kill kill(int mm) {
        return mm < 0 ? null : killByMm.get(mm);
    }

    /** Bytes mapped right after this row, swap entries left out; -1 if not known. */
    public long rssBytes(int mm, int row) {
        long sum = -1;
        for (RssMember member : RssMember.values()) {
            long bytes = member == RssMember.MM_SWAPENTS ? -1 : rssBytes(mm, member, row);
            sum = bytes < 0 ? sum : Math.max(0, sum) + bytes;
        }
        return sum;
    }

    /** What is mapped right after this row, in words, with "at most" or "at least" where that is all that is known; empty if unknown or nothing. */
    String mapped(int mm, int row) {
        return rss == null ? "" : rss.words(mm, row);
    }

    /** One counter right after this row, -1 if not known. O(log n). */
    public long rssBytes(int mm, RssMember member, int row) {
        CounterLane lane = lanes == null || mm < 0 ? null : lanes.rss(mm, member);
        if (lane == null) {
            return -1;
        }
        int low = 0;
        int high = lane.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (lane.row(middle) <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? -1 : Math.max(0, lane.value(low - 1));
    }

    /** The mmap_lock of an mm over time, null if not known. */
    public @Nullable SpanLane mmapLock(int mm) {
        return lanes == null || mm < 0 ? null : lanes.mmapLock(mm);
    }

    /** The waits for a spinlock, null if not known. */
    public @Nullable SpanLane spinlock(int lock) {
        return lanes == null || lock < 0 ? null : lanes.spinlock(lock);
    }

    /** "lmkd-3269", "lmkd-3269 and victim-3295", "a-1, b-2, c-3 and 4 others"; in order, each once. */
    public String tasks(List<Integer> tasks) {
        List<String> names = tasks.stream().distinct().map(this::task).toList();
        if (names.size() <= 1) {
            return names.isEmpty() ? "nobody" : names.getFirst();
        }
        if (names.size() <= NAMED) {
            return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        }
        int others = names.size() - NAMED;
        return String.join(", ", names.subList(0, NAMED)) + " and " + others + (others == 1 ? " other" : " others");
    }

    Trace trace() {
        return trace;
    }
}
