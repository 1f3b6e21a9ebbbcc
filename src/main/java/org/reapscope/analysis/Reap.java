package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;

/**
 * One process_mrelease call. A moment is null where the trace does not have it.
 *
 * @param task task id of the caller
 * @param tid thread id of the caller
 * @param comm its name
 * @param pidfd its first argument, -1 where the trace does not have the entry
 * @param victimBy how it is known which process it was about
 * @param entered sys_enter
 * @param exited sys_exit
 * @param ret what it returned, a negative errno on failure; null where the trace ends first
 * @param mm the mm whose lock it took, -1 if it took none
 * @param asked mmap_lock_start_locking; find_lock_task_mm was before it
 * @param locked mmap_lock_acquire_returned
 * @param released mmap_lock_released
 * @param outcome what it came to; null where that cannot be known
 */
public record Reap(int task, int tid, String comm, int pidfd, VictimBy victimBy, @Nullable Moment entered,
        @Nullable Moment exited, @Nullable Long ret, int mm, @Nullable Moment asked, @Nullable Moment locked,
        @Nullable Moment released, @Nullable ReapOutcome outcome) {

    /** {@code comm-tid}, as ftrace writes it. */
    public String caller() {
        return comm + "-" + tid;
    }

    /** The first event of it that the trace has. */
    public Moment first() {
        Moment first = entered == null ? exited : entered;
        if (first == null) {
            throw new IllegalStateException("a call without both of its ends");
        }
        return first;
    }

    /** "", or in brackets how it is inferred whose memory it asked for. */
    public String doubt() {
        return victimBy.certainty() == Certainty.CERTAIN ? "" : " (" + victimBy.words() + ": inferred)";
    }

    Reap with(VictimBy newVictimBy, @Nullable ReapOutcome newOutcome) {
        return new Reap(task, tid, comm, pidfd, newVictimBy, entered, exited, ret, mm, asked, locked, released, newOutcome);
    }
}
