/*
 * What of mm_struct, vm_area_struct and ptdesc (the page of a page table, 2 MiB of addresses with a lock of its own) is read and
 * written while an address space is torn down, and the memory of the whole system.
 * Read from: include/linux/mm_types.h, include/linux/mm.h (6.18).
 */

/* Where the pages of a page table are; GATHERED + t is in the mmu_gather of task t. */
enum { MAPPED, FREE, CACHE, KEPT, GATHERED };

struct mm_struct {
        int mm_users : 1 + nr(task_struct) + nr(task_struct);
        int mm_count : 3 + nr(task_struct) + nr(task_struct);   // all of mm_users together count as one
        bool oom_skip as MMF_OOM_SKIP;
        bool unstable as MMF_UNSTABLE;
        bool oom_reap_queued as MMF_OOM_REAP_QUEUED;
        bool multiprocess as MMF_MULTIPROCESS;                  // never cleared
        bool torn_down;                                         // page tables freed, the VMA tree destroyed
        struct task_struct *torn_down_by;
        bool shared_reap;                                       // reaped while a live process used it
        bool wasted_walk;                                       // a reaper found nothing left to unmap
        bool ksm as ksm_or_khugepaged;
        struct rw_semaphore mmap_lock;
};

struct vm_area_struct {
        struct mm_struct vm_mm as vma.mm;
        bool reapable as vma.reapable;
        bool notifier_blocks as vma.notifier_blocks;
        bool reader[task_struct] as vma.reader;                 // its per-VMA lock is held for reading
};

struct ptdesc {
        struct vm_area_struct vma as table.vma;
        bool present as table.present;                          // an empty slot is skipped without a lock
        int nr_pages : 512 as table.pages;
        int pages : GATHERED - 1 + nr(task_struct);
        int after_flush : KEPT as table.after_flush;
        bool at_once as table.at_once;
        int rss_member : 4 as table.rss_member;
        bool young as table.young;
        bool dirty as table.dirty;
        struct task_struct *zapped_by;
        struct task_struct *freed_by;
        spinlock_t ptl as ptlock;
};

struct system {
        int free_at_start : 1048576;
        int demand : 1048576;
        int low_watermark : 1048576;
        int batch_pages : 1048576;
        bool process_acct as CONFIG_BSD_PROCESS_ACCT;
        int max_oom_reap_retries : 10 as MAX_OOM_REAP_RETRIES;
};
