package org.reapscope.analysis;

import java.util.Arrays;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * When each thread's {@code task->mm} became NULL. That has no tracepoint; it happens under the mmap read lock that
 * exit_mm takes, so the release of that lock stands for it ({@code kernel/exit.c}, steps V9 to V12).
 *
 * <p>From 6.16 on sched_process_exit comes before exit_mm and says group_dead; before, it came after. Either way the
 * cycle wanted is the thread's <em>last</em> read cycle on its own mm that is not part of a teardown: acct_collect's
 * cycle stands before it, and so do the page faults of the robust-list walk when the memory is already reaped. Where only
 * one read cycle stands before the teardown's write lock, that teardown is one that holds the write lock throughout.
 */
final class ExitMm {

    private final int[] releaseRow;
    private final int[] mm;
    private final int[] lastWithMm;

    private ExitMm(int tasks) {
        releaseRow = filled(tasks);
        mm = filled(tasks);
        lastWithMm = filled(tasks);
    }

    static ExitMm of(Trace trace, EventRows rows) {
        ExitMm result = new ExitMm(trace.tasks().size());
        for (Task task : trace.tasks()) {
            if (task.exitRow() >= 0) {
                boolean exitMmFollows = trace.argument(task.exitRow()) >= 0;
                int release = exitMmFollows ? after(trace, rows, task) : before(trace, rows, task);
                result.releaseRow[task.id()] = release;
                result.mm[task.id()] = release < 0 ? -1 : trace.object(release);
                result.lastWithMm[task.id()] = lastWithMm(trace, rows, task, release);
            }
        }
        return result;
    }

    /** Row of the mmap_lock_released in the task's exit_mm, -1 if the trace has none. */
    int releaseRow(int task) {
        return releaseRow[task];
    }

    /** The last row of which it is certain that the task, which exits, still had its mm; -1 if there is none. */
    int lastWithMm(int task) {
        return lastWithMm[task];
    }

    /** The mm that the task had when it exited, -1 if the trace does not tell. */
    int mm(int task) {
        return mm[task];
    }

    /** The last row of which it is certain that the task still had its mm: exit_mm had it locked, or was still to come. -1 if none is. */
    private static int lastWithMm(Trace trace, EventRows rows, Task task, int release) {
        if (release < 0) {
            return trace.argument(task.exitRow()) >= 0 ? task.exitRow() : -1;
        }
        int before = rows.mmapLockBefore(task.id(), release) - 1;
        return before < 0 ? -1 : rows.mmapLockRow(task.id(), before);
    }

    private static int after(Trace trace, EventRows rows, Task task) {
        int previous = -1;
        int last = -1;
        for (int i = rows.mmapLockBefore(task.id(), task.exitRow()); i < rows.mmapLockCount(task.id()); i++) {
            int row = rows.mmapLockRow(task.id(), i);
            boolean own = last < 0 || trace.object(row) == trace.object(last);
            if (own && Payload.write(trace.argument(row))) {
                return previous >= 0 ? previous : last;
            }
            if (own && trace.tracepoint(row) == Tracepoint.MMAP_LOCK_RELEASED) {
                previous = last;
                last = row;
            }
        }
        return last;
    }

    private static int before(Trace trace, EventRows rows, Task task) {
        int tornDown = -1;
        int toSkip = 0;
        for (int i = rows.mmapLockBefore(task.id(), task.exitRow()) - 1; i >= 0; i--) {
            int row = rows.mmapLockRow(task.id(), i);
            if (trace.tracepoint(row) != Tracepoint.MMAP_LOCK_RELEASED) {
                continue;
            }
            if (Payload.write(trace.argument(row))) {
                if (tornDown >= 0) {
                    return -1;
                }
                tornDown = trace.object(row);
                toSkip = 1;
            } else if (tornDown < 0 || trace.object(row) == tornDown && toSkip-- == 0) {
                return row;
            }
        }
        return -1;
    }

    private static int[] filled(int length) {
        int[] result = new int[length];
        Arrays.fill(result, -1);
        return result;
    }
}
