package org.reapscope.kernel.object;

import java.util.Locale;

/**
 * What a VMA maps, which decides where its pages go when they are unmapped.
 *
 * <p>Source: mm/oom_kill.c (which VMAs the reaper visits), mm/memory.c and mm/mmu_gather.c (what becomes of the pages).
 */
public enum VmaKind {
    /** Private anonymous memory of this process alone. */
    ANON(true, Pages.FREE, false, 1),
    /** Private anonymous memory, locked; the reaper takes it all the same. */
    MLOCKED(true, Pages.FREE, false, 1),
    /** Anonymous pages that a forked process or KSM shares. */
    ANON_SHARED(true, Pages.KEPT, false, 1),
    /** Swapped-out anonymous memory; the swap slots are freed while unmapping. */
    SWAPPED(true, Pages.FREE, true, 2),
    /** Private mapping of a file, clean pages that nobody else maps. */
    FILE_CLEAN(true, Pages.CACHE, false, 0),
    /** Private mapping of a file, dirty pages. */
    FILE_DIRTY(true, Pages.KEPT, false, 0),
    /** Private mapping of a file that others map, too. */
    FILE_SHARED(true, Pages.KEPT, false, 0),
    /** Shared mapping of a file or of shared memory; the reaper leaves it alone. */
    SHMEM(false, Pages.KEPT, false, 3),
    /** Huge pages; the reaper leaves them alone. */
    HUGETLB(false, Pages.FREE, false, VmaKind.NO_RSS),
    /** Device memory without pages; the reaper leaves it alone. */
    PFNMAP(false, Pages.KEPT, true, VmaKind.NO_RSS);

    /** In place of a counter of rss_stat: counted in none. */
    public static final int NO_RSS = 4;

    /** Values of {@link TableFields#PAGES}. */
    public static final class Pages {
        /** Mapped by the page table. */
        public static final int MAPPED = 0;
        /** Given back to the allocator. */
        public static final int FREE = 1;
        /** Unmapped, but still in the page cache, clean. */
        public static final int CACHE = 2;
        /** Unmapped here, but kept by something else. */
        public static final int KEPT = 3;
        /** Unmapped, in the mmu_gather of task 0; of task t is {@code GATHERED + t}. */
        public static final int GATHERED = 4;

        private Pages() {}
    }

    private final boolean reapable;
    private final int afterFlush;
    private final boolean atOnce;
    private final int rssMember;

    VmaKind(boolean reapable, int afterFlush, boolean atOnce, int rssMember) {
        this.reapable = reapable;
        this.afterFlush = afterFlush;
        this.atOnce = atOnce;
        this.rssMember = rssMember;
    }

    /** Whether process_mrelease and the OOM reaper unmap it. */
    public boolean reapable() {
        return reapable;
    }

    /** Where its pages are once a gather that holds them is flushed. */
    public int afterFlush() {
        return afterFlush;
    }

    /** Whether its entries go while unmapping, without passing through a gather. */
    public boolean atOnce() {
        return atOnce;
    }

    /** The counter of rss_stat: 0 file, 1 anonymous, 2 swap entries, 3 shared memory, {@link #NO_RSS} none. */
    public int rssMember() {
        return rssMember;
    }

    /** As written in scenarios: {@code file-clean}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
