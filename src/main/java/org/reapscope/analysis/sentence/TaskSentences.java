package org.reapscope.analysis.sentence;

import org.reapscope.trace.Trace;

/** Births, names and ends of tasks. */
final class TaskSentences {

    private static final long CLONE_VM = 0x100;
    private static final long CLONE_VFORK = 0x4000;
    private static final long CLONE_THREAD = 0x10000;

    private final Cast cast;
    private final Trace trace;

    TaskSentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
    }

    EventSentence of(int row) {
        String who = cast.task(trace.task(row));
        String other = cast.task(trace.object(row));
        return switch (trace.tracepoint(row)) {
            case SCHED_PROCESS_FORK -> new EventSentence(who + " forked " + other + ".", Source.KERNEL_CLONE);
            case TASK_NEWTASK -> newTask(who, other, trace.argument(row));
            case SCHED_PROCESS_EXEC -> new EventSentence(other + " executes another program.", "It has a new mm from here on.", Source.EXEC_BINPRM);
            case SCHED_PROCESS_EXIT -> exit(row, other);
            case SCHED_PROCESS_FREE -> new EventSentence("The task_struct of " + other + " is given back.",
                    "Its thread id may name another task from here on.", Source.DELAYED_PUT_TASK_STRUCT);
            case SCHED_PROCESS_WAIT -> new EventSentence(who + " waits for "
                    + (trace.object(row) < 0 ? "any child" : other) + " to change its state.", Source.DO_WAIT);
            default -> new EventSentence(other + " takes another name.", Source.SET_TASK_COMM);
        };
    }

    private static EventSentence newTask(String who, String child, long flags) {
        if ((flags & CLONE_THREAD) != 0) {
            return new EventSentence(who + " made the thread " + child + ".",
                    "It shares the mm of its process: one more mm_users, one more task->mm to clear.", Source.COPY_PROCESS);
        }
        if ((flags & CLONE_VM) == 0) {
            return new EventSentence(who + " made the process " + child + ", with an mm of its own.", Source.COPY_PROCESS);
        }
        return (flags & CLONE_VFORK) != 0
                ? new EventSentence(who + " made " + child + ", which borrows its mm (vfork).",
                        "Until that one execs or exits, process_mrelease on " + who + " answers -EINVAL.", Source.COPY_PROCESS)
                : new EventSentence(who + " made the process " + child + ", which shares its mm (CLONE_VM without CLONE_THREAD).",
                        "Killing one does not kill the other: while one of them lives, process_mrelease on the other answers -EINVAL.",
                        Source.COPY_PROCESS);
    }

    /** From 6.16 on the event has group_dead and comes before exit_mm; earlier kernels emit it after. */
    private EventSentence exit(int row, String who) {
        long groupDead = trace.argument(row);
        if (groupDead < 0) {
            return new EventSentence(who + " has left its mm and goes on exiting.", Source.DO_EXIT);
        }
        return new EventSentence(who + (groupDead == 1 ? " exits, the last of its thread group (group_dead)." : " exits; other threads of its group are still alive."),
                "Its task->mm is still set: exit_mm() comes next.", Source.DO_EXIT);
    }
}
