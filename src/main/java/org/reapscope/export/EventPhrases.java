package org.reapscope.export;

import java.util.Optional;

import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;

/** Events in the few words that a kernel mail has for them; most have none. Immutable. */
final class EventPhrases {

    /**
     * An event in few words.
     *
     * @param indent how deep in calls
     * @param wording the words
     * @param failed whether it is the return of a call that failed
     */
    record Phrase(int indent, Wording wording, boolean failed) {}

    private final Trace trace;

    EventPhrases(Trace trace) {
        this.trace = trace;
    }

    /** What is said of the event; nothing if a mail would not mention it. */
    Optional<Phrase> of(int row) {
        long argument = trace.argument(row);
        return switch (trace.tracepoint(row)) {
            case SYS_ENTER -> call(trace.syscall(row), 0);
            case SYS_EXIT -> Optional.of(new Phrase(1, Wording.returned(Errno.result(argument)), argument < 0));
            case SIGNAL_GENERATE -> phrase(1, Signum.name(Payload.signalNumber(argument)) + " to " + task(trace.object(row)));
            case SIGNAL_DELIVER -> phrase(0, "get_signal(): " + Signum.name(Payload.signalNumber(argument)));
            case MARK_VICTIM -> phrase(0, "mark_oom_victim(" + task(trace.object(row)) + ")");
            case WAKE_REAPER -> phrase(0, "wake_oom_reaper(" + task(trace.object(row)) + ")");
            case START_TASK_REAPING -> phrase(0, "__oom_reap_task_mm(" + task(trace.object(row)) + ")");
            case FINISH_TASK_REAPING -> phrase(1, "done with " + task(trace.object(row)));
            case SKIP_TASK_REAPING -> Optional.of(new Phrase(1, Wording.of("skips " + task(trace.object(row))), true));
            case SCHED_PROCESS_EXIT -> call("do_exit", 0);
            case SCHED_PROCESS_FREE -> phrase(0, "task_struct of " + task(trace.object(row)) + " is freed");
            case EXIT_MMAP -> phrase(0, "exit_mmap() is done");
            case MMAP_LOCK_ACQUIRE_RETURNED -> Payload.success(argument) ? call(lock(argument) + "lock", 1)
                    : Optional.of(new Phrase(1, Wording.of(lock(argument) + "trylock() fails"), true));
            case MMAP_LOCK_RELEASED -> call(lock(argument) + "unlock", 1);
            case CONTENTION_BEGIN -> phrase(1, "<waits for lock " + (trace.object(row) + 1) + ">");
            case CONTENTION_END -> phrase(1, "<has lock " + (trace.object(row) + 1) + ">");
            case SCHED_SWITCH -> Payload.preempted(argument) ? phrase(0, "<preempted by " + task(trace.object(row)) + ">") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String task(int task) {
        return task < 0 ? "?" : trace.tasks().get(task).label();
    }

    private static String lock(long argument) {
        return Payload.write(argument) ? "mmap_write_" : "mmap_read_";
    }

    private static Optional<Phrase> phrase(int indent, String text) {
        return Optional.of(new Phrase(indent, Wording.of(text), false));
    }

    private static Optional<Phrase> call(String function, int indent) {
        return Optional.of(new Phrase(indent, Wording.call(function), false));
    }
}
