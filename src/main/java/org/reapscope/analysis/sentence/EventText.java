package org.reapscope.analysis.sentence;

import java.io.IOException;

import org.reapscope.analysis.Figures;
import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** The words of the event table's columns: short, with names in the place of ids. */
public final class EventText {

    private final Trace trace;
    private final Cast cast;

    public EventText(Trace trace, Cast cast) {
        this.trace = trace;
        this.cast = cast;
    }

    /** The event's name; system calls by theirs: {@code process_mrelease() →}. */
    public String event(int row) {
        return switch (trace.tracepoint(row)) {
            case SYS_ENTER -> trace.syscall(row) + "()";
            case SYS_EXIT -> trace.syscall(row) + "() returns";
            default -> trace.eventName(row);
        };
    }

    /** The event's arguments. */
    public String arguments(int row) {
        int object = trace.object(row);
        long argument = trace.argument(row);
        return switch (trace.tracepoint(row)) {
            case SCHED_SWITCH -> Payload.prevStateLetter(argument) + (Payload.preempted(argument) ? "+" : "") + " → " + cast.task(object);
            case SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW, SCHED_MIGRATE_TASK -> cast.task(object) + " on CPU " + argument;
            case SCHED_PROCESS_EXIT -> argument == 1 ? "last of its group" : argument == 0 ? "others live" : "";
            case SCHED_PROCESS_FORK, SCHED_PROCESS_EXEC, SCHED_PROCESS_FREE, SCHED_PROCESS_WAIT, TASK_RENAME,
                    WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING, SKIP_TASK_REAPING -> cast.task(object);
            case TASK_NEWTASK -> cast.task(object) + ", clone_flags 0x" + Long.toHexString(argument);
            case SIGNAL_GENERATE -> Signum.name(Payload.signalNumber(argument)) + " → " + cast.task(object)
                    + (Payload.signalResult(argument) == 0 ? "" : ", result " + Payload.signalResult(argument));
            case SIGNAL_DELIVER -> Signum.name(Payload.signalNumber(argument));
            case MARK_VICTIM -> cast.task(object) + (argument > 0 ? ", anon " + Figures.bytes(argument) : "");
            case OOM_SCORE_ADJ_UPDATE -> cast.task(object) + ", " + argument;
            case RSS_STAT -> cast.mm(object) + ", " + Payload.rssMember(argument) + " " + Figures.bytes(Math.max(0, Payload.rssBytes(argument)));
            case MMAP_LOCK_START_LOCKING, MMAP_LOCK_RELEASED -> (Payload.write(argument) ? "write, " : "read, ") + cast.mm(object);
            case MMAP_LOCK_ACQUIRE_RETURNED -> (Payload.write(argument) ? "write, " : "read, ") + cast.mm(object)
                    + (Payload.success(argument) ? "" : ", failed");
            case CONTENTION_BEGIN -> cast.lock(object) + ", flags 0x" + Long.toHexString(argument & ~Payload.IN_INTERRUPT) + ((argument & Payload.IN_INTERRUPT) == 0 ? "" : ", in an interrupt");
            case CONTENTION_END -> cast.lock(object) + (argument == 0 ? "" : ", " + Errno.result(argument));
            case EXIT_MMAP -> cast.mm(object);
            case TLB_FLUSH -> argument < 0 ? "all" : argument + " pages";
            case SYS_ENTER -> enterArguments(row);
            case SYS_EXIT -> Errno.result(argument);
            case PAGE_FAULT_USER -> "0x" + Long.toHexString(argument);
            case MM_VMSCAN_KSWAPD_WAKE, MM_VMSCAN_KSWAPD_SLEEP -> "node " + argument;
            case CGROUP_NOTIFY_FROZEN -> argument == 1 ? "frozen" : "thawed";
            case CGROUP_FREEZE, CGROUP_UNFREEZE, TRACING_MARK_WRITE, OTHER -> original(row);
        };
    }

    /** Whether the event is proved by a clock that cannot tell its order from the row before it. */
    public boolean orderUnknown(int row) {
        return row > 0 && trace.orderUnknown(row, row - 1);
    }

    /** The event's original line; what is known of it where the source has no text or is gone. */
    public String line(int row) {
        try {
            return trace.line(row);
        } catch (IOException e) {
            return "(the file has gone or changed: " + e.getMessage() + ")";
        }
    }

    public static boolean objectIsTask(Tracepoint tracepoint) {
        return switch (tracepoint) {
            case SCHED_SWITCH, SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW, SCHED_MIGRATE_TASK, SCHED_PROCESS_FORK,
                    SCHED_PROCESS_EXEC, SCHED_PROCESS_EXIT, SCHED_PROCESS_FREE, SCHED_PROCESS_WAIT, TASK_NEWTASK, TASK_RENAME,
                    SIGNAL_GENERATE, MARK_VICTIM, WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING, SKIP_TASK_REAPING,
                    OOM_SCORE_ADJ_UPDATE -> true;
            default -> false;
        };
    }

    private String enterArguments(int row) {
        int first = Payload.firstArgument(trace.argument(row));
        int second = Payload.secondArgument(trace.argument(row));
        return switch (trace.syscall(row)) {
            case "process_mrelease" -> "pidfd " + first + ", flags " + second;
            case "pidfd_send_signal" -> "pidfd " + first + ", " + Signum.name(second);
            case "kill" -> "pid " + first + ", " + Signum.name(second);
            default -> first + ", " + second;
        };
    }

    /** What follows the event's name in its line. */
    private String original(int row) {
        String line = line(row);
        String name = trace.eventName(row) + ":";
        int at = line.indexOf(name);
        return (at < 0 ? line : line.substring(at + name.length())).strip();
    }
}
