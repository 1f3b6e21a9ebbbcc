package org.reapscope.trace;

/**
 * One address space during one life of its mm_struct: an address used again after exit_mmap is another mm.
 *
 * @param id row of the mm table, dense from 0
 * @param pointer what mmap_lock events print as {@code mm=}, usually hashed; 0 where only rss_stat spoke of it
 * @param rssId what rss_stat prints as {@code mm_id=}; equals the low 32 bits of a hashed pointer
 * @param epoch 0 for the first mm of this trace with that pointer, then 1, 2, ...
 * @param exitMmapRow the row of its exit_mmap event, -1 if the trace has none
 */
public record Mm(int id, long pointer, long rssId, int epoch, int exitMmapRow) {

    /** The pointer as the kernel prints it, the rss_stat id where there is no pointer. */
    public String label() {
        return pointer != 0 ? String.format("%016x", pointer) : "mm_id " + rssId;
    }
}
