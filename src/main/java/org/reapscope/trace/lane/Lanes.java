package org.reapscope.trace.lane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.job.Progress;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * All lanes of a trace, made in one pass over its rows. Immutable; any thread may read.
 *
 * <p>A task, lock or counter of which the trace has no evidence has no lane. A trace without any sched_switch has no
 * lanes of tasks and CPUs: an event proves that its task runs, but nothing would tell until when.
 */
public final class Lanes {

    private static final int REPORT_MASK = (1 << 16) - 1;

    private final Trace trace;
    private final Map<LaneId, Lane> lanes;
    private final Signals signals;
    private final int[] failedReleases;

    private Lanes(Trace trace, Map<LaneId, Lane> lanes, Signals signals, int[] failedReleases) {
        this.trace = trace;
        this.lanes = lanes;
        this.signals = signals;
        this.failedReleases = failedReleases;
    }

    /**
     * Makes the lanes. O(rows).
     *
     * @param progress hears the rows done
     */
    public static Lanes of(Trace trace, Progress progress) {
        boolean scheduled = has(trace, Tracepoint.SCHED_SWITCH);
        SchedReplay sched = new SchedReplay(trace, has(trace, Tracepoint.SCHED_WAKING) || has(trace, Tracepoint.SCHED_WAKEUP));
        LockReplay locks = new LockReplay(trace);
        SignalReplay signals = new SignalReplay(trace);
        @Nullable IntSeq[] rss = new IntSeq[trace.mms().size() * RssMember.values().length];
        IntSeq failed = new IntSeq();
        for (int row = 0; row < trace.size(); row++) {
            Tracepoint tracepoint = trace.tracepoint(row);
            if (scheduled) {
                sched.step(row, tracepoint);
            }
            switch (tracepoint) {
                case RSS_STAT -> count(trace, row, rss);
                case SYS_EXIT -> {
                    if (trace.argument(row) < 0 && trace.syscall(row).equals("process_mrelease")) {
                        failed.add(row);
                    }
                }
                default -> {
                    locks.step(row, tracepoint);
                    signals.step(row, tracepoint);
                }
            }
            if ((row & REPORT_MASK) == 0) {
                progress.report(row, trace.size());
            }
        }
        Map<LaneId, Lane> lanes = new LinkedHashMap<>();
        if (scheduled) {
            addStates(trace, sched, lanes);
        }
        addSpans(trace, locks.mmapLocks(), trace.mms().size(), true, lanes);
        addSpans(trace, locks.spinlocks(), trace.locks().size(), false, lanes);
        addCounters(trace, rss, lanes);
        return new Lanes(trace, lanes, signals.signals(), failed.trimmed());
    }

    public Trace trace() {
        return trace;
    }

    /** All lanes: tasks, CPUs, mmap_locks, spinlocks, counters; each kind in the order of its ids. */
    public List<LaneId> ids() {
        return List.copyOf(lanes.keySet());
    }

    /** The lane, null if the trace has no evidence of its subject. */
    public @Nullable Lane lane(LaneId id) {
        return lanes.get(id);
    }

    /** The states of a task, null if unknown throughout. */
    public @Nullable StateLane task(int task) {
        return (StateLane) lanes.get(new LaneId.TaskLane(task));
    }

    /** Who ran on a CPU, null if unknown throughout. */
    public @Nullable StateLane cpu(int cpu) {
        return (StateLane) lanes.get(new LaneId.CpuLane(cpu));
    }

    /** The mmap_lock of an mm, null if no event speaks of it. */
    public @Nullable SpanLane mmapLock(int mm) {
        return (SpanLane) lanes.get(new LaneId.MmapLockLane(mm));
    }

    /** The waits for a spinlock, null if it was not contended. */
    public @Nullable SpanLane spinlock(int lock) {
        return (SpanLane) lanes.get(new LaneId.SpinlockLane(lock));
    }

    /** A counter of an mm, null if no event speaks of it. */
    public @Nullable CounterLane rss(int mm, RssMember member) {
        return (CounterLane) lanes.get(new LaneId.RssLane(mm, member));
    }

    public Signals signals() {
        return signals;
    }

    /** The rows at which process_mrelease returned an error, in order. */
    public int[] failedReleases() {
        return failedReleases.clone();
    }

    /** Memory that the lanes take, in bytes, beside that of the trace. */
    public long bytes() {
        return lanes.values().stream().mapToLong(Lane::bytes).sum() + signals.bytes() + 4L * failedReleases.length;
    }

    private static boolean has(Trace trace, Tracepoint wanted) {
        for (int row = 0; row < trace.size(); row++) {
            if (trace.tracepoint(row) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static void count(Trace trace, int row, @Nullable IntSeq[] rss) {
        int key = trace.object(row) * RssMember.values().length + Payload.rssMember(trace.argument(row)).ordinal();
        IntSeq steps = rss[key];
        if (steps == null) {
            steps = new IntSeq();
            rss[key] = steps;
        }
        steps.add(row);
    }

    private static void addStates(Trace trace, SchedReplay sched, Map<LaneId, Lane> lanes) {
        for (int task = 0; task < trace.tasks().size(); task++) {
            StateSeq seq = sched.task(task);
            if (seq != null) {
                add(lanes, new StateLane(new LaneId.TaskLane(task), trace, seq));
            }
        }
        for (int cpu = 0; cpu < trace.cpus(); cpu++) {
            add(lanes, new StateLane(new LaneId.CpuLane(cpu), trace, sched.cpu(cpu)));
        }
    }

    private static void addSpans(Trace trace, SpanSeq seq, int locks, boolean mmap, Map<LaneId, Lane> lanes) {
        List<IntSeq> byLock = new ArrayList<>();
        for (int lock = 0; lock < locks; lock++) {
            byLock.add(new IntSeq());
        }
        // A span that was open when the trace began is known only by its end: it comes first all the same.
        for (int pass = 0; pass < 2; pass++) {
            for (int span = 0; span < seq.size(); span++) {
                boolean sinceBefore = (seq.flags(span) & SpanLane.START_UNKNOWN) != 0 && seq.start(span) == 0;
                if (sinceBefore == (pass == 0)) {
                    byLock.get(seq.lock(span)).add(span);
                }
            }
        }
        for (int lock = 0; lock < locks; lock++) {
            if (byLock.get(lock).size() > 0) {
                LaneId id = mmap ? new LaneId.MmapLockLane(lock) : new LaneId.SpinlockLane(lock);
                add(lanes, new SpanLane(id, trace, seq, byLock.get(lock).trimmed()));
            }
        }
    }

    private static void addCounters(Trace trace, @Nullable IntSeq[] rss, Map<LaneId, Lane> lanes) {
        RssMember[] members = RssMember.values();
        for (int key = 0; key < rss.length; key++) {
            IntSeq steps = rss[key];
            if (steps != null) {
                add(lanes, new CounterLane(new LaneId.RssLane(key / members.length, members[key % members.length]),
                        trace, steps.trimmed()));
            }
        }
    }

    private static void add(Map<LaneId, Lane> lanes, Lane lane) {
        lanes.put(lane.id(), lane);
    }
}
