package org.reapscope.trace.lane;

import java.util.List;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.TraceSource;
import org.reapscope.trace.Tracepoint;

/** Writes a trace event by event: tids are given, times are ns, the clock's step is 1 ns. */
public final class Scene {

    private final TraceBuilder builder = new TraceBuilder();
    private long ns;
    private int cpu;

    public Scene at(long newNs, int newCpu) {
        ns = newNs;
        cpu = newCpu;
        return this;
    }

    public int task(int tid) {
        return builder.tasks().task(tid);
    }

    public Scene named(int tid, String comm) {
        builder.tasks().name(task(tid), comm);
        return this;
    }

    public int mm(long pointer) {
        return builder.mms().byPointer(pointer);
    }

    public Scene switched(int prev, char state, int next) {
        return add(prev, Tracepoint.SCHED_SWITCH, task(next), Payload.prevState(state, false));
    }

    /** As the kernel prints R+: the task was taken off its CPU, whatever state it had set. */
    public Scene preempted(int prev, int next) {
        return add(prev, Tracepoint.SCHED_SWITCH, task(next), Payload.prevState('R', true));
    }

    public Scene wakeup(int by, int woken) {
        return add(by, Tracepoint.SCHED_WAKEUP, task(woken), cpu);
    }

    /** The recorder lost events of a CPU before its next one. */
    public Scene lost(int events, int onCpu) {
        builder.lost(events);
        builder.lossOn(onCpu);
        return this;
    }

    public Scene waking(int by, int woken) {
        return add(by, Tracepoint.SCHED_WAKING, task(woken), cpu);
    }

    public Scene fork(int parent, int child) {
        return add(parent, Tracepoint.SCHED_PROCESS_FORK, builder.tasks().born(child), 0);
    }

    public Scene exit(int tid) {
        return add(tid, Tracepoint.SCHED_PROCESS_EXIT, task(tid), 1);
    }

    public Scene free(int by, int tid) {
        return add(by, Tracepoint.SCHED_PROCESS_FREE, task(tid), 0);
    }

    public Scene lock(int tid, Tracepoint tracepoint, long mm, boolean write) {
        return add(tid, tracepoint, mm(mm), Payload.mmapLock(write, true, 1));
    }

    public Scene lock(int tid, long mm, boolean write) {
        return lock(tid, Tracepoint.MMAP_LOCK_START_LOCKING, mm, write);
    }

    public Scene locked(int tid, long mm, boolean write) {
        return lock(tid, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, mm, write);
    }

    public Scene unlock(int tid, long mm, boolean write) {
        return lock(tid, Tracepoint.MMAP_LOCK_RELEASED, mm, write);
    }

    public Scene spin(int tid, long address) {
        return add(tid, Tracepoint.CONTENTION_BEGIN, builder.locks().lock(address), Payload.LOCK_SPIN);
    }

    public Scene spun(int tid, long address) {
        return add(tid, Tracepoint.CONTENTION_END, builder.locks().lock(address), 0);
    }

    public Scene rss(int tid, long mm, RssMember member, long bytes) {
        return add(tid, Tracepoint.RSS_STAT, mm(mm), Payload.rss(member, bytes, true));
    }

    public Scene signal(int from, int to, int sig) {
        return add(from, Tracepoint.SIGNAL_GENERATE, task(to), Payload.signal(sig, 0, true, 0));
    }

    public Scene deliver(int tid, int sig) {
        return add(tid, Tracepoint.SIGNAL_DELIVER, -1, sig);
    }

    public Scene sysExit(int tid, String name, long result) {
        return add(tid, Tracepoint.SYS_EXIT, builder.strings().intern(name), result);
    }

    public Scene tick(int tid) {
        return add(tid, Tracepoint.TRACING_MARK_WRITE, -1, 0);
    }

    public Scene add(int tid, Tracepoint tracepoint, int object, long argument) {
        builder.add(ns, cpu, task(tid), tracepoint.ordinal(), object, argument, 0);
        return this;
    }

    public Trace trace() {
        return trace(Clock.NANOSECONDS, 1);
    }

    /** The trace as another clock would have it, of this step. */
    public Trace trace(Clock clock, long step) {
        return builder.build(new TraceSource("scene", "model", clock, step, 0, false, List.of()), Lines.NONE);
    }

    public Lanes lanes() {
        return Lanes.of(trace(), Progress.NONE);
    }
}
