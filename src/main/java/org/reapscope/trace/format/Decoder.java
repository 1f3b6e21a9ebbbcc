package org.reapscope.trace.format;

import java.util.function.IntUnaryOperator;

import org.reapscope.trace.Task;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.Tracepoint;

/** Turns the arguments of a tracepoint into the object and the argument that a trace keeps. */
final class Decoder {

    private static final Tracepoint[] TRACEPOINTS = Tracepoint.values();

    private static final byte[] PID = Ascii.bytes("pid");
    private static final byte[] VALUE = Ascii.bytes("val");
    private static final byte[] ADDRESS = Ascii.bytes("address");
    private static final byte[] NODE = Ascii.bytes("nid");
    private static final byte[] PAGES = Ascii.bytes("pages");
    private static final int LARGEST_TID = 1 << 30;

    private final TraceBuilder builder;
    private final TaskNames names;
    private final SchedDecoder sched = new SchedDecoder(this);
    private final SignalDecoder signal = new SignalDecoder(this);
    private final MmDecoder mm;
    private final LockDecoder lock;

    /** What the last successful {@link #decode} found. */
    int object;
    long argument;

    Decoder(TraceBuilder builder, TaskNames names) {
        this.builder = builder;
        this.names = names;
        mm = new MmDecoder(this, builder);
        lock = new LockDecoder(this, builder.locks());
    }

    /**
     * Reads the arguments of an event.
     *
     * @param name string id of the event's name
     * @return false if they are not what this tracepoint prints
     */
    boolean decode(int name, int task, Arguments a) {
        object = -1;
        argument = 0;
        return name >= TRACEPOINTS.length || decode(TRACEPOINTS[name], task, a);
    }

    private boolean decode(Tracepoint tracepoint, int task, Arguments a) {
        return switch (tracepoint) {
            case RSS_STAT -> mm.rssStat(task, a);
            case MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED, MMAP_LOCK_RELEASED -> mm.mmapLock(tracepoint, task, a);
            case EXIT_MMAP -> mm.exitMmap(a);
            case SCHED_SWITCH -> sched.switched(task, a);
            case SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW -> sched.woken(a);
            case SCHED_MIGRATE_TASK -> sched.migrated(a);
            case SCHED_PROCESS_FORK -> sched.forked(a);
            case SCHED_PROCESS_EXEC -> set(task, 0);
            case SCHED_PROCESS_EXIT -> sched.exited(a);
            case SCHED_PROCESS_FREE -> sched.freed(a);
            case SCHED_PROCESS_WAIT -> sched.waited(a);
            case TASK_NEWTASK -> sched.newTask(a);
            case TASK_RENAME -> sched.renamed(task, a);
            case SIGNAL_GENERATE -> signal.generated(a);
            case SIGNAL_DELIVER -> signal.delivered(a);
            case MARK_VICTIM -> signal.markedVictim(a);
            case OOM_SCORE_ADJ_UPDATE -> signal.adjusted(a);
            case WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING, SKIP_TASK_REAPING -> task(a.number(PID)) && set(object, 0);
            case CONTENTION_BEGIN -> lock.begun(a);
            case CONTENTION_END -> lock.ended(a);
            case TLB_FLUSH -> value(a.number(PAGES));
            case CGROUP_NOTIFY_FROZEN -> value(a.lastNumber(VALUE));
            case PAGE_FAULT_USER -> value(a.hex(ADDRESS));
            case MM_VMSCAN_KSWAPD_WAKE, MM_VMSCAN_KSWAPD_SLEEP -> value(a.number(NODE));
            case CGROUP_FREEZE, CGROUP_UNFREEZE, TRACING_MARK_WRITE, OTHER -> true;
            case SYS_ENTER, SYS_EXIT -> false;
        };
    }

    boolean pluginLetters() {
        return sched.pluginLetters();
    }

    boolean set(int newObject, long newArgument) {
        object = newObject;
        argument = newArgument;
        return true;
    }

    private boolean value(long number) {
        return number != Arguments.ABSENT && set(-1, number);
    }

    /** Makes the task with this tid the object; false if it is no tid. */
    boolean task(long tid) {
        if (tid < 0 || tid > LARGEST_TID) {
            return false;
        }
        object = tid == 0 ? Task.IDLE : builder.tasks().task((int) tid);
        return true;
    }

    /** Makes the newborn task of a task_newtask with this tid the object; false if it is no tid. */
    boolean born(long tid) {
        return known(tid, builder.tasks()::born);
    }

    /** Makes the child of a sched_process_fork with this tid the object; false if it is no tid. */
    boolean forked(long tid) {
        return known(tid, builder.tasks()::forked);
    }

    /** Makes the task that a sched_process_free with this tid is about the object; false if it is no tid. */
    boolean freed(long tid) {
        return known(tid, builder.tasks()::freedOwner);
    }

    private boolean known(long tid, IntUnaryOperator find) {
        if (tid <= 0 || tid > LARGEST_TID) {
            return false;
        }
        object = find.applyAsInt((int) tid);
        return true;
    }

    /** Calls a task by the name that {@code a} found last. */
    void name(int task, Arguments a, TaskNames.Source source) {
        names.heard(task, a.b, a.commFrom, a.commTo, source);
    }
}
