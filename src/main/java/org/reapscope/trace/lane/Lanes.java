package org.reapscope.trace.lane;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
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

    private static final RssMember[] MEMBERS = RssMember.values();

    private final Trace trace;
    private final @Nullable StateLane[] tasks;
    private final @Nullable StateLane[] cpus;
    private final @Nullable SpanLane[] mmapLocks;
    private final @Nullable SpanLane[] spinlocks;
    private final @Nullable CounterLane[] counters;
    private final Signals signals;
    private final int[] failedReleases;

    private Lanes(Trace trace, Signals signals, int[] failedReleases) {
        this.trace = trace;
        this.signals = signals;
        this.failedReleases = failedReleases;
        tasks = new StateLane[trace.tasks().size()];
        cpus = new StateLane[trace.cpus()];
        mmapLocks = new SpanLane[trace.mms().size()];
        spinlocks = new SpanLane[trace.locks().size()];
        counters = new CounterLane[trace.mms().size() * MEMBERS.length];
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
        Lanes lanes = new Lanes(trace, signals.signals(), failed.trimmed());
        if (scheduled) {
            lanes.addStates(sched);
        }
        addSpans(trace, locks.mmapLocks(), lanes.mmapLocks, LaneId.MmapLockLane::new);
        addSpans(trace, locks.spinlocks(), lanes.spinlocks, LaneId.SpinlockLane::new);
        lanes.addCounters(rss);
        return lanes;
    }

    public Trace trace() {
        return trace;
    }

    /** All lanes: tasks, CPUs, mmap_locks, spinlocks, counters; each kind in the order of its ids. O(tasks and locks). */
    public List<LaneId> ids() {
        return all().map(Lane::id).toList();
    }

    /** The lane, null if the trace has no evidence of its subject. */
    public @Nullable Lane lane(LaneId id) {
        return switch (id) {
            case LaneId.TaskLane(int task) -> task(task);
            case LaneId.CpuLane(int cpu) -> cpu(cpu);
            case LaneId.MmapLockLane(int mm) -> mmapLock(mm);
            case LaneId.SpinlockLane(int lock) -> spinlock(lock);
            case LaneId.RssLane(int mm, RssMember member) -> rss(mm, member);
        };
    }

    /** The states of a task, null if unknown throughout. */
    public @Nullable StateLane task(int task) {
        return task < 0 || task >= tasks.length ? null : tasks[task];
    }

    /** Who ran on a CPU, null if unknown throughout. */
    public @Nullable StateLane cpu(int cpu) {
        return cpu < 0 || cpu >= cpus.length ? null : cpus[cpu];
    }

    /** The mmap_lock of an mm, null if no event speaks of it. */
    public @Nullable SpanLane mmapLock(int mm) {
        return mm < 0 || mm >= mmapLocks.length ? null : mmapLocks[mm];
    }

    /** The waits for a spinlock, null if it was not contended. */
    public @Nullable SpanLane spinlock(int lock) {
        return lock < 0 || lock >= spinlocks.length ? null : spinlocks[lock];
    }

    /** A counter of an mm, null if no event speaks of it. */
    public @Nullable CounterLane rss(int mm, RssMember member) {
        int key = mm * MEMBERS.length + member.ordinal();
        return mm < 0 || key >= counters.length ? null : counters[key];
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
        return all().mapToLong(Lane::bytes).sum() + signals.bytes() + 4L * failedReleases.length;
    }

    private Stream<Lane> all() {
        return Stream.of(tasks, cpus, mmapLocks, spinlocks, counters).flatMap(Stream::of).flatMap(Stream::ofNullable).map(Lane.class::cast);
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

    private void addStates(SchedReplay sched) {
        for (int task = 0; task < tasks.length; task++) {
            StateSeq seq = sched.task(task);
            tasks[task] = seq == null ? null : new StateLane(new LaneId.TaskLane(task), trace, seq);
        }
        for (int cpu = 0; cpu < cpus.length; cpu++) {
            cpus[cpu] = new StateLane(new LaneId.CpuLane(cpu), trace, sched.cpu(cpu));
        }
    }

    private static void addSpans(Trace trace, SpanSeq seq, @Nullable SpanLane[] out, IntFunction<LaneId> id) {
        @Nullable IntSeq[] byLock = new IntSeq[out.length];
        // A span that was open when the trace began is known only by its end: it comes first all the same.
        for (int pass = 0; pass < 2; pass++) {
            for (int span = 0; span < seq.size(); span++) {
                boolean sinceBefore = (seq.flags(span) & SpanLane.START_UNKNOWN) != 0 && seq.start(span) == 0;
                if (sinceBefore == (pass == 0)) {
                    IntSeq spans = byLock[seq.lock(span)];
                    if (spans == null) {
                        spans = new IntSeq();
                        byLock[seq.lock(span)] = spans;
                    }
                    spans.add(span);
                }
            }
        }
        for (int lock = 0; lock < out.length; lock++) {
            IntSeq spans = byLock[lock];
            out[lock] = spans == null ? null : new SpanLane(id.apply(lock), trace, seq, spans.trimmed());
        }
    }

    private void addCounters(@Nullable IntSeq[] rss) {
        for (int key = 0; key < rss.length; key++) {
            IntSeq steps = rss[key];
            counters[key] = steps == null ? null
                    : new CounterLane(new LaneId.RssLane(key / MEMBERS.length, MEMBERS[key % MEMBERS.length]), trace, steps.trimmed());
        }
    }
}
