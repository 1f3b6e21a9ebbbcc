package org.reapscope.trace.format;

import java.util.Arrays;

import org.reapscope.trace.MmTable;
import org.reapscope.trace.Tracepoint;

/**
 * Finds out which mm an rss_stat id belongs to where mmap_lock events print real addresses (the fields option, trace-cmd,
 * perf): the two ids then have nothing in common. A task that holds exactly one mmap_lock while it counts pages counts
 * those of the mm that it has locked: exit_mmap, __oom_reap_task_mm and page faults all do. Where addresses are hashed,
 * the low 32 bits tell, and nothing is done here.
 */
final class MmLinks {

    private static final int SEVERAL = -2;
    private static final int NONE = -1;

    private final MmTable mms;
    private int[] held = filled(256);
    private boolean realAddresses;

    MmLinks(MmTable mms) {
        this.mms = mms;
    }

    void locked(Tracepoint tracepoint, int task, int mm, long pointer, boolean success) {
        realAddresses |= pointer >>> 32 != 0;
        if (!realAddresses) {
            return;
        }
        if (task >= held.length) {
            int[] grown = filled(Math.max(2 * held.length, task + 1));
            System.arraycopy(held, 0, grown, 0, held.length);
            held = grown;
        }
        if (tracepoint == Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED && success) {
            held[task] = held[task] == NONE ? mm : SEVERAL;
        } else if (tracepoint == Tracepoint.MMAP_LOCK_RELEASED) {
            held[task] = NONE;
        }
    }

    void counted(int task, long rssId) {
        if (realAddresses && task < held.length && held[task] >= 0) {
            mms.link(held[task], rssId);
        }
    }

    private static int[] filled(int length) {
        int[] result = new int[length];
        Arrays.fill(result, NONE);
        return result;
    }
}
