package org.reapscope.trace;

/**
 * One thread during one life of its number: a reused thread id is another task.
 *
 * @param id row of the task table, dense from 0; 0 is the idle task of every CPU
 * @param tid the kernel's pid, a thread id
 * @param epoch 0 for the first task of this trace with that tid, then 1, 2, ...
 * @param tgid thread group id
 * @param tgidKnown false where the trace does not tell and {@code tgid} is only assumed to be {@code tid}
 * @param comm the last name it had
 * @param bornRow the row of the fork that made it, -1 if it was there before the trace began
 * @param exitRow the row of its sched_process_exit, -1 if it does not exit within the trace
 */
public record Task(int id, int tid, int epoch, int tgid, boolean tgidKnown, String comm, int bornRow, int exitRow) {

    /** The idle task's row of the task table. */
    public static final int IDLE = 0;

    /** Whether this is a thread group leader, as far as the trace tells. */
    public boolean leader() {
        return tid == tgid;
    }

    /** {@code comm-tid}, as ftrace writes it. */
    public String label() {
        return comm + "-" + tid;
    }
}
