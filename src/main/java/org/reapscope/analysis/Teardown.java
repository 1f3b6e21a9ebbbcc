package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;

/**
 * exit_mmap of one mm (kernel-model steps M4 to M14), by whoever dropped the last mm_users. A moment is null where the
 * trace does not have it.
 *
 * @param task task id of who ran it
 * @param tid its thread id
 * @param comm its name
 * @param began the read lock is taken, unmap_vmas begins
 * @param unmapped the read lock is released, unmap_vmas is done
 * @param writeAsked the write lock is asked for
 * @param writeLocked the write lock is taken: free_pgtables and tlb_finish_mmu follow
 * @param done exit_mmap's tracepoint, or the release of the write lock where that is not recorded
 */
public record Teardown(int task, int tid, String comm, @Nullable Moment began, @Nullable Moment unmapped,
        @Nullable Moment writeAsked, @Nullable Moment writeLocked, Moment done) {

    /** {@code comm-tid}, as ftrace writes it. */
    public String label() {
        return comm + "-" + tid;
    }
}
