package org.reapscope.trace;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel tracepoints whose arguments a trace keeps, and what its {@code object} and {@code argument} columns hold
 * for each. Everything else is {@link #OTHER}: its name and its original line are kept, its arguments are not.
 *
 * <p>Objects are ids of the trace's tables (task, mm, lock, string), -1 where the event names none. How arguments are
 * packed is {@link Payload}'s business. Source of names and fields: the {@code format} files of tracefs, Linux 6.18.
 */
public enum Tracepoint {
    /** object: next task; argument: {@link Payload#prevState}. The event's own task is the one that leaves the CPU. */
    SCHED_SWITCH,
    /** object: woken task; argument: target CPU. */
    SCHED_WAKING,
    /** object: woken task; argument: target CPU. */
    SCHED_WAKEUP,
    /** object: woken task; argument: target CPU. */
    SCHED_WAKEUP_NEW,
    /** object: migrated task; argument: destination CPU. */
    SCHED_MIGRATE_TASK,
    /** object: child task. */
    SCHED_PROCESS_FORK,
    /** object: the task that executes a new program. */
    SCHED_PROCESS_EXEC,
    /** object: the exiting task; argument: group_dead as 1 or 0, -1 where the kernel does not say. */
    SCHED_PROCESS_EXIT,
    /** object: the task whose task_struct is released. */
    SCHED_PROCESS_FREE,
    /** object: the task waited for, -1 if any. */
    SCHED_PROCESS_WAIT,
    /** object: new task; argument: clone_flags. */
    TASK_NEWTASK,
    /** object: renamed task. */
    TASK_RENAME,
    /** object: target task; argument: {@link Payload#signal}. */
    SIGNAL_GENERATE,
    /** argument: {@link Payload#delivered}. The event's own task takes the signal. */
    SIGNAL_DELIVER,
    /** object: victim task; argument: anon-rss in bytes, -1 where the kernel does not say. */
    MARK_VICTIM,
    /** object: victim task. */
    WAKE_REAPER,
    /** object: victim task. */
    START_TASK_REAPING,
    /** object: victim task. */
    FINISH_TASK_REAPING,
    /** object: victim task. */
    SKIP_TASK_REAPING,
    /** object: task; argument: oom_score_adj. */
    OOM_SCORE_ADJ_UPDATE,
    /** object: mm; argument: {@link Payload#rss}. */
    RSS_STAT,
    /** object: mm; argument: {@link Payload#mmapLock}. */
    MMAP_LOCK_START_LOCKING,
    /** object: mm; argument: {@link Payload#mmapLock}. */
    MMAP_LOCK_ACQUIRE_RETURNED,
    /** object: mm; argument: {@link Payload#mmapLock}. Emitted just before the lock is really released. */
    MMAP_LOCK_RELEASED,
    /** object: lock; argument: {@link Payload#LOCK_SPIN} and its neighbours, {@link Payload#IN_INTERRUPT} among them, or-ed. */
    CONTENTION_BEGIN,
    /** object: lock; argument: return value. */
    CONTENTION_END,
    /** object: mm whose tree is destroyed, -1 where no write lock of the same task names it. */
    EXIT_MMAP,
    /** argument: pages flushed, -1 for all. x86 only. */
    TLB_FLUSH,
    /** object: name of the system call (string id); argument: {@link Payload#syscallArguments}. */
    SYS_ENTER,
    /** object: name of the system call (string id); argument: return value, negative errno on failure. */
    SYS_EXIT,
    /** argument: 1 frozen, 0 thawed. cgroup v2 only. */
    CGROUP_NOTIFY_FROZEN,
    /** A cgroup is told to freeze (v2). */
    CGROUP_FREEZE,
    /** A cgroup is told to thaw (v2). */
    CGROUP_UNFREEZE,
    /** argument: user address of the fault. */
    PAGE_FAULT_USER,
    /** argument: node. */
    MM_VMSCAN_KSWAPD_WAKE,
    /** argument: node. */
    MM_VMSCAN_KSWAPD_SLEEP,
    /** Text written to trace_marker; the original line has it. */
    TRACING_MARK_WRITE,
    /** Any event not listed here. */
    OTHER;

    private static final Map<String, Tracepoint> BY_NAME =
            Stream.of(values()).filter(t -> t != OTHER).collect(Collectors.toMap(Tracepoint::kernelName, Function.identity()));

    private final String kernelName = name().toLowerCase(Locale.ROOT);

    /** The name that the kernel prints: {@code sched_switch}. */
    public String kernelName() {
        return kernelName;
    }

    /** Whether the object is an mm. */
    public boolean ofMm() {
        return switch (this) {
            case RSS_STAT, MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED, MMAP_LOCK_RELEASED, EXIT_MMAP -> true;
            default -> false;
        };
    }

    /** The tracepoint with this kernel name, {@link #OTHER} if it is not one of those listed. */
    public static Tracepoint named(String kernelName) {
        return BY_NAME.getOrDefault(kernelName, OTHER);
    }
}
