package org.reapscope.trace.format;

import java.util.Arrays;

import org.reapscope.trace.Tracepoint;

/**
 * Tells the birth of an mm at fork: dup_mmap takes the write lock of the child's mm right after it took that of the
 * parent's, and nothing else in the kernel holds two for writing ({@code mm/mmap.c}, mmap_write_lock_nested).
 */
final class ForkedMms {

    private static final long NONE = 0;

    /** By task: the mm whose write lock it took with its last mmap_lock event. */
    private long[] writeLocked = new long[256];

    /** Whether this event of a task asks for the lock of an mm that was made just now. Hears every mmap_lock event, in order. */
    boolean born(Tracepoint tracepoint, int task, long pointer, boolean write) {
        if (task >= writeLocked.length) {
            writeLocked = Arrays.copyOf(writeLocked, Math.max(2 * writeLocked.length, task + 1));
        }
        long outer = writeLocked[task];
        writeLocked[task] = write && tracepoint == Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED ? pointer : NONE;
        return write && tracepoint == Tracepoint.MMAP_LOCK_START_LOCKING && outer != NONE && outer != pointer;
    }
}
