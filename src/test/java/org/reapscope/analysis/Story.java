package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.TraceSource;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;

/** A trace told event by event: each call is one event (or one lock cycle) of a task, some microseconds after the last. */
final class Story {

    static final long MIB = 1 << 20;

    private final TraceBuilder builder = new TraceBuilder();
    private final Map<Integer, Integer> cpuOf = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private long us = 1_000_000;
    private int lastPidfd = 5;

    /** A process that was there before the trace. */
    Story process(int tid, String comm) {
        return thread(tid, tid, comm);
    }

    /** A thread that was there before the trace. */
    Story thread(int tid, int tgid, String comm) {
        builder.tasks().name(task(tid), comm);
        builder.tasks().group(task(tid), tgid);
        cpuOf.putIfAbsent(tid, 0);
        return this;
    }

    /** From now on the task's events come from this CPU. */
    Story on(int tid, int cpu) {
        cpuOf.put(tid, cpu);
        return this;
    }

    /** Lets time pass before the next event. */
    Story pass(long microseconds) {
        us += microseconds - 1;
        return this;
    }

    /** Gives the next event the time of the last one. */
    Story sameTime() {
        us--;
        return this;
    }

    Story fork(int parent, int child, String comm) {
        int task = builder.tasks().born(child);
        add(parent, Tracepoint.SCHED_PROCESS_FORK, task, 0);
        builder.tasks().name(task, comm);
        return this;
    }

    Story clone(int parent, int child, String comm, long flags) {
        int task = builder.tasks().born(child);
        add(parent, Tracepoint.TASK_NEWTASK, task, flags);
        builder.tasks().name(task, comm);
        return this;
    }

    /** SIGKILL through a pidfd of the victim, which {@link #enter(int)} then names. */
    Story kill(int by, int victim) {
        return kill(by, victim, 0);
    }

    Story kill(int by, int victim, int res) {
        return send(by, pidfd(victim), victim, 9, res);
    }

    /** pidfd_send_signal: its entry, signal_generate and its end at one moment. */
    Story send(int by, int pidfd, int victim, int sig, int res) {
        lastPidfd = pidfd;
        int name = builder.strings().intern("pidfd_send_signal");
        return add(by, Tracepoint.SYS_ENTER, name, Payload.syscallArguments(pidfd, sig)).sameTime()
                .signal(by, victim, sig, res).sameTime().add(by, Tracepoint.SYS_EXIT, name, 0);
    }

    /** pidfd_send_signal with PIDFD_SIGNAL_PROCESS_GROUP, which reaches several. */
    Story sendToGroup(int by, int pidfd, int sig, int... victims) {
        int name = builder.strings().intern("pidfd_send_signal");
        add(by, Tracepoint.SYS_ENTER, name, Payload.syscallArguments(pidfd, sig));
        for (int victim : victims) {
            signal(by, victim, sig, 0);
        }
        return add(by, Tracepoint.SYS_EXIT, name, 0);
    }

    /** signal_generate, sent by nothing that is recorded. */
    Story signal(int by, int victim, int sig, int res) {
        return add(by, Tracepoint.SIGNAL_GENERATE, task(victim), Payload.signal(sig, 0, true, res));
    }

    /** Any system call that returns at once. */
    Story call(int tid, String name, int first, int second, long ret) {
        int id = builder.strings().intern(name);
        return add(tid, Tracepoint.SYS_ENTER, id, Payload.syscallArguments(first, second)).add(tid, Tracepoint.SYS_EXIT, id, ret);
    }

    /** The pidfd by which {@link #kill} kills. */
    static int pidfd(int victim) {
        return victim;
    }

    /** signal_deliver of another signal than SIGKILL, with a handler or without. */
    Story deliver(int tid, int sig, boolean handled) {
        return add(tid, Tracepoint.SIGNAL_DELIVER, -1, Payload.delivered(sig, handled));
    }

    Story deliver(int tid) {
        return add(tid, Tracepoint.SIGNAL_DELIVER, -1, 9);
    }

    /** sched_process_exit as since 6.16: before exit_mm. */
    Story exit(int tid, boolean groupDead) {
        return add(tid, Tracepoint.SCHED_PROCESS_EXIT, task(tid), groupDead ? 1 : 0);
    }

    /** sched_process_exit as before 6.16: after exit_mm, without group_dead. */
    Story exitOld(int tid) {
        return add(tid, Tracepoint.SCHED_PROCESS_EXIT, task(tid), -1);
    }

    /** One read cycle: asked for, got, released. */
    Story read(int tid, long mm) {
        return lock(tid, mm, false).unlock(tid, mm, false);
    }

    Story ask(int tid, long mm, boolean write) {
        return add(tid, Tracepoint.MMAP_LOCK_START_LOCKING, mm(mm), Payload.mmapLock(write, true, 1));
    }

    Story got(int tid, long mm, boolean write) {
        return add(tid, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, mm(mm), Payload.mmapLock(write, true, 1));
    }

    Story tryFailed(int tid, long mm) {
        return add(tid, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, mm(mm), Payload.mmapLock(false, false, 1));
    }

    Story lock(int tid, long mm, boolean write) {
        return ask(tid, mm, write).got(tid, mm, write);
    }

    Story unlock(int tid, long mm, boolean write) {
        return add(tid, Tracepoint.MMAP_LOCK_RELEASED, mm(mm), Payload.mmapLock(write, true, 1));
    }

    Story exitMmap(int tid) {
        return add(tid, Tracepoint.EXIT_MMAP, -1, 0);
    }

    /** unmap_vmas under the read lock, the rest under the write lock. */
    Story tearDown(int tid, long mm) {
        return lock(tid, mm, false).pass(20).rss(tid, mm, 0).unlock(tid, mm, false)
                .lock(tid, mm, true).pass(20).exitMmap(tid).unlock(tid, mm, true);
    }

    Story rss(int tid, long mm, long bytes) {
        return rss(tid, mm, RssMember.MM_ANONPAGES, bytes);
    }

    Story rss(int tid, long mm, RssMember member, long bytes) {
        return add(tid, Tracepoint.RSS_STAT, builder.mms().byRssId(mm), Payload.rss(member, bytes, false));
    }

    /** rss_stat curr=1: the mm is the task's own. */
    Story owns(int tid, long mm) {
        return add(tid, Tracepoint.RSS_STAT, builder.mms().byRssId(mm), Payload.rss(RssMember.MM_ANONPAGES, MIB, true));
    }

    /** process_mrelease with the pidfd by which was killed last. */
    Story enter(int tid) {
        return enter(tid, lastPidfd);
    }

    Story enter(int tid, int pidfd) {
        return add(tid, Tracepoint.SYS_ENTER, builder.strings().intern(ReapCalls.NAME), Payload.syscallArguments(pidfd, 0));
    }

    Story leave(int tid, long ret) {
        return add(tid, Tracepoint.SYS_EXIT, builder.strings().intern(ReapCalls.NAME), ret);
    }

    /** A wait for a lock that takes so long, with a stack trace or without. */
    Story contend(int tid, long lock, int flags, long microseconds, String... stack) {
        int id = builder.locks().lock(lock);
        add(tid, Tracepoint.CONTENTION_BEGIN, id, flags);
        if (stack.length > 0) {
            builder.stack(builder.size() - 1, List.of(stack));
        }
        return pass(microseconds).add(tid, Tracepoint.CONTENTION_END, id, 0);
    }

    /** The task leaves its CPU to the idle task. */
    Story sleep(int tid, char state) {
        return add(tid, Tracepoint.SCHED_SWITCH, 0, Payload.prevState(state, false));
    }

    Story wake(int by, int tid) {
        return add(by, Tracepoint.SCHED_WAKING, task(tid), cpuOf.getOrDefault(tid, 0));
    }

    Story event(int by, Tracepoint tracepoint, int about) {
        return add(by, tracepoint, task(about), 0);
    }

    Story lost(long events) {
        builder.lost(events);
        return this;
    }

    /** Notes how it was read. */
    Story remark(String sentence) {
        remarks.add(sentence);
        return this;
    }

    Trace trace() {
        return builder.build(new TraceSource("story", "model", 1000, 0, remarks), Lines.NONE);
    }

    Analysis analysis() {
        Trace trace = trace();
        return Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
    }

    /** Its findings of a kind. */
    List<Finding> findings(FindingKind kind) {
        return analysis().findings(kind);
    }

    private Story add(int tid, Tracepoint tracepoint, int object, long argument) {
        builder.add(us * 1000, cpuOf.getOrDefault(tid, 0), task(tid), tracepoint.ordinal(), object, argument, 0);
        us++;
        return this;
    }

    private int task(int tid) {
        return builder.tasks().task(tid);
    }

    private int mm(long pointer) {
        return builder.mms().byPointer(pointer);
    }
}
