package org.reapscope.analysis.sentence;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;

/**
 * Tells what an event says: who did what to whom, and why it matters. Immutable; any thread may ask.
 *
 * <p>Without lanes and kills (while a file is still being read) it tells what the event alone says. A sentence costs
 * O(log n) and the events that overlap it. Functions and files are those of Linux 6.18.
 */
public final class EventSentences {

    private final Trace trace;
    private final Cast cast;
    private final SchedSentences sched;
    private final TaskSentences tasks;
    private final SignalSentences signals;
    private final OomSentences oom;
    private final MmapLockSentences mmapLocks;
    private final KillPartSentences parts;
    private final ContentionSentences contention;
    private final SyscallSentences syscalls;
    private final MemorySentences memory;
    private final KillParts killParts;

    public EventSentences(Trace trace, @Nullable Lanes lanes, List<Kill> kills) {
        this.trace = trace;
        this.cast = new Cast(trace, lanes, kills);
        killParts = new KillParts(kills);
        sched = new SchedSentences(cast);
        tasks = new TaskSentences(cast);
        signals = new SignalSentences(cast, killParts);
        oom = new OomSentences(cast);
        mmapLocks = new MmapLockSentences(cast);
        parts = new KillPartSentences(cast);
        contention = new ContentionSentences(cast);
        syscalls = new SyscallSentences(cast, killParts);
        memory = new MemorySentences(cast);
    }

    /** What the sentences call things. */
    public Cast cast() {
        return cast;
    }

    /** What the event in this row says. */
    public EventSentence of(int row) {
        return switch (trace.tracepoint(row)) {
            case SCHED_SWITCH -> sched.switched(row);
            case SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW, SCHED_MIGRATE_TASK -> sched.woken(row);
            case SCHED_PROCESS_FORK, SCHED_PROCESS_EXEC, SCHED_PROCESS_EXIT, SCHED_PROCESS_FREE, SCHED_PROCESS_WAIT,
                    TASK_NEWTASK, TASK_RENAME -> tasks.of(row);
            case SIGNAL_GENERATE -> signals.generated(row);
            case SIGNAL_DELIVER -> signals.delivered(row);
            case MARK_VICTIM, WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING, SKIP_TASK_REAPING,
                    OOM_SCORE_ADJ_UPDATE -> oom.of(row);
            case MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED, MMAP_LOCK_RELEASED -> mmapLock(row);
            case EXIT_MMAP -> parts.exitMmap(row, killParts.of(row));
            case CONTENTION_BEGIN -> contention.begun(row);
            case CONTENTION_END -> contention.ended(row);
            case SYS_ENTER -> syscalls.entered(row);
            case SYS_EXIT -> syscalls.exited(row);
            case RSS_STAT -> memory.rss(row);
            case TLB_FLUSH, PAGE_FAULT_USER, MM_VMSCAN_KSWAPD_WAKE, MM_VMSCAN_KSWAPD_SLEEP, CGROUP_FREEZE,
                    CGROUP_UNFREEZE, CGROUP_NOTIFY_FROZEN, TRACING_MARK_WRITE, OTHER -> memory.other(row);
        };
    }

    private EventSentence mmapLock(int row) {
        KillPart part = killParts.of(row);
        EventSentence special = part == null ? null : parts.of(row, part);
        return special == null ? mmapLocks.of(row) : special;
    }
}
