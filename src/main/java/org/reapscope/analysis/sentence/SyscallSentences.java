package org.reapscope.analysis.sentence;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;

/** System calls entered and left; process_mrelease above all. */
final class SyscallSentences {

    private final Cast cast;
    private final Trace trace;
    private final KillParts parts;

    SyscallSentences(Cast cast, KillParts parts) {
        this.cast = cast;
        this.trace = cast.trace();
        this.parts = parts;
    }

    EventSentence entered(int row) {
        String who = cast.task(trace.task(row));
        int first = Payload.firstArgument(trace.argument(row));
        int second = Payload.secondArgument(trace.argument(row));
        KillPart part = parts.of(row);
        return switch (trace.syscall(row)) {
            case "process_mrelease" -> new EventSentence(who + " calls process_mrelease(pidfd " + first + ")"
                    + (part == null ? "." : ", " + cast.time(trace.tsNs(row) - part.kill().killed().ns())
                            + " after " + part.kill().zero() + " of " + part.kill().victim() + part.reapDoubt() + "."),
                    part == null ? "" : threadsLeft(part.kill(), row), Source.PROCESS_MRELEASE);
            case "pidfd_send_signal" -> new EventSentence(who + " calls pidfd_send_signal(pidfd " + first + ", " + Signum.name(second) + ").", Source.PIDFD_SEND_SIGNAL);
            case "kill" -> new EventSentence(who + " calls kill(" + first + ", " + Signum.name(second) + ").", Source.KILL);
            default -> new EventSentence(who + " calls " + trace.syscall(row) + "().", Source.UNKNOWN);
        };
    }

    EventSentence exited(int row) {
        String who = cast.task(trace.task(row));
        String call = trace.syscall(row);
        String result = Errno.result(trace.argument(row));
        KillPart part = parts.of(row);
        if (call.equals("process_mrelease")) {
            return released(row, who, result, part);
        }
        return new EventSentence(who + " got " + result + " from " + call + "().", Source.UNKNOWN);
    }

    private EventSentence released(int row, String who, String result, @Nullable KillPart part) {
        Reap reap = part == null ? null : part.reap();
        Moment entered = reap == null ? null : reap.entered();
        String called = who + " called process_mrelease("
                + (entered == null ? "" : "pidfd " + Payload.firstArgument(trace.argument(entered.row()))) + ") and got " + result;
        if (part == null || reap == null || reap.outcome() == null) {
            return new EventSentence(called + (trace.argument(row) == -3 ? ": no thread of the victim had an mm." : "."),
                    "", trace.argument(row) == -3 ? Source.FIND_LOCK_TASK_MM : Source.PROCESS_MRELEASE);
        }
        return outcome(row, called, part.kill(), reap.outcome());
    }

    private EventSentence outcome(int row, String called, Kill kill, ReapOutcome outcome) {
        return switch (outcome) {
            case REAPED -> new EventSentence(called + ": it unmapped memory of " + kill.victim() + ".", Source.PROCESS_MRELEASE);
            case NOTHING_LEFT -> new EventSentence(called + ", but had nothing to do.",
                    "The memory was gone, or MMF_OOM_SKIP was set: 0 does not say that memory came back.", Source.PROCESS_MRELEASE);
            case ESRCH_HARMFUL -> new EventSentence(called + ": no thread of " + kill.victim() + " had an mm.",
                    stillThere(kill, row), Source.FIND_LOCK_TASK_MM);
            case ESRCH_BENIGN -> new EventSentence(called + ": no thread of " + kill.victim() + " had an mm.",
                    "It does no harm: the mm was torn down already.", Source.FIND_LOCK_TASK_MM);
            case EINVAL -> new EventSentence(called + ".",
                    "A process that is not dying shares the mm, the victim is not dying, or flags were not 0.", Source.TASK_WILL_FREE_MEM);
            case EINTR -> new EventSentence(called + ": it was killed itself while it waited for the mmap_lock.", Source.PROCESS_MRELEASE);
            case EAGAIN -> new EventSentence(called + ": part of the memory could not be reaped without blocking (MMU notifiers).", Source.PROCESS_MRELEASE);
            case OTHER -> new EventSentence(called + ".", Source.PROCESS_MRELEASE);
        };
    }

    private String stillThere(Kill kill, int row) {
        String mapped = cast.mapped(kill.mm(), row);
        Moment done = kill.tornDown();
        Moment began = kill.teardownBegan();
        String memory = !mapped.isEmpty() ? "The memory is still there: " + mapped + " are mapped"
                : "The memory is not free yet";
        if (done == null || kill.teardown() == null) {
            return memory + ", and this trace does not show anybody freeing it.";
        }
        String when = cast.time(done.ns() - trace.tsNs(row)) + " later";
        return began != null && began.row() > row
                ? memory + ", and nobody frees them yet; " + kill.teardown().label() + ", which drops the last mm_users, has them free " + when + "."
                : memory + "; " + kill.teardown().label() + " is freeing them and is done " + when + ".";
    }

    /** How many threads find_lock_task_mm() can still find. */
    private static String threadsLeft(Kill kill, int row) {
        int threads = kill.threads().size();
        long gone = kill.threads().stream().filter(t -> {
            Moment left = t.mmNull();
            return left != null && left.row() <= row;
        }).count();
        return threads == 0 ? "" : gone == threads
                ? (threads == 1 ? "The victim's only thread has" : "All " + threads + " threads of the victim have")
                        + " let go of the mm: find_lock_task_mm() will find none."
                : (threads - gone) + " of " + threads + " threads of the victim still have the mm.";
    }
}
