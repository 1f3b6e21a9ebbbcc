package org.reapscope.analysis;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.errno.Signum;

/**
 * What became of one process that got a fatal signal, or whose memory was asked for: kill, deliver, exit, mm gone, torn
 * down; and who asked for its memory meanwhile. A moment is null where the trace does not have it.
 *
 * @param process the victim, as {@link Processes} names it; also the task id of its leader where that is in the trace
 * @param tgid its thread group id
 * @param comm its name
 * @param effect what the signal did
 * @param signal its number, 0 where no signal is in the trace
 * @param byTask task id of the killer; for the kernel's OOM killer the task that ran it; without a signal who asked for the memory
 * @param byTid thread id of the killer
 * @param byComm name of the killer
 * @param oom whether the kernel's OOM killer chose the victim (mark_victim)
 * @param killed the signal_generate, or mark_victim where that is not recorded; without a signal the first call that asked for the memory
 * @param signalRows every signal_generate of SIGKILL to it, and of what killed it
 * @param threads the threads that were alive at the kill, by tid
 * @param threadsKnown whether these are all; if not there may be more, and when the last one left is not known
 * @param mm its mm, -1 if the trace does not tell
 * @param mmNull when the last thread's {@code task->mm} became NULL: from here process_mrelease can only fail
 * @param emptied who unmapped the last page
 * @param teardown exit_mmap of its mm
 * @param reaps the process_mrelease calls that meant it, in time order
 * @param holders who had mm_users after the last thread had left, in the order in which they are seen
 */
public record Kill(int process, int tgid, String comm, KillEffect effect, int signal, int byTask, int byTid, String byComm,
        boolean oom, Moment killed, List<Integer> signalRows, List<VictimThread> threads, boolean threadsKnown, int mm,
        @Nullable Moment mmNull, @Nullable Emptied emptied, @Nullable Teardown teardown, List<Reap> reaps, List<Holder> holders) {

    public Kill {
        signalRows = List.copyOf(signalRows);
        threads = List.copyOf(threads);
        reaps = List.copyOf(reaps);
        holders = List.copyOf(holders);
    }

    Kill heldBy(List<Holder> newHolders) {
        return new Kill(process, tgid, comm, effect, signal, byTask, byTid, byComm, oom, killed, signalRows, threads, threadsKnown, mm,
                mmNull, emptied, teardown, reaps, newHolders);
    }

    /** {@code comm-tgid}, as ftrace writes it. */
    public String victim() {
        return comm + "-" + tgid;
    }

    /** {@code comm-tid} of the killer. */
    public String by() {
        String who = byComm + "-" + byTid;
        return oom ? "the kernel's OOM killer (run by " + who + ")" : who;
    }

    /** What its times count from, in words: "the kill", "the SIGKILL" of one that was exiting already, "the first call". */
    public String zero() {
        return switch (effect) {
            case FATAL -> "the kill";
            case ALREADY_EXITING, IGNORED, NOT_FATAL -> "the " + Signum.name(signal);
            case NOT_SEEN -> "the first call";
        };
    }

    /** What became of it, behind its name: "is killed by lmkd-1", "was exiting already when lmkd-1 sent it SIGKILL". */
    public String fate() {
        return switch (effect) {
            case FATAL -> "is killed by " + by() + (oom || signal == Signum.SIGKILL ? "" : " with " + Signum.name(signal));
            case ALREADY_EXITING -> "was exiting already when " + by() + " sent it " + Signum.name(signal);
            case IGNORED -> "ignored the " + Signum.name(signal) + " of " + by();
            case NOT_FATAL -> "got " + Signum.name(signal) + " from " + by() + " and is not seen to die of it";
            case NOT_SEEN -> "died of what is not in this trace";
        };
    }

    /** Its first moment: the signal, or the last thread's exit where that was before. */
    public Moment begins() {
        return mmNull != null && mmNull.before(killed) ? mmNull : killed;
    }

    /** "3 threads", "at least 1 thread". */
    public String threadCount() {
        return (threadsKnown ? "" : "at least ") + Figures.count(threads.size(), "thread");
    }

    /** The end of the teardown. */
    public @Nullable Moment tornDown() {
        return teardown == null ? null : teardown.done();
    }

    /** From {@link #mmNull} to {@link #tornDown}, in ns. */
    public @Nullable Long windowNs() {
        Moment end = tornDown();
        return mmNull == null || end == null ? null : mmNull.until(end);
    }

    /** When somebody began to tear the mm down, as far as the trace tells. */
    public @Nullable Moment teardownBegan() {
        if (teardown == null) {
            return null;
        }
        Moment first = teardown.began() != null ? teardown.began() : teardown.writeAsked();
        return first != null ? first : teardown.done();
    }

    /** From {@link #mmNull} to {@link #teardownBegan}, in ns: how long nobody was freeing the memory. */
    public @Nullable Long trappedNs() {
        Moment began = teardownBegan();
        return mmNull == null || began == null ? null : Math.max(0, mmNull.until(began));
    }

    /** Whether the task is one of the victim's threads. */
    public boolean isThread(int task) {
        return threads.stream().anyMatch(thread -> thread.task() == task);
    }
}
