/*
 * The teardown by whoever dropped the last mm_users: __mmput and exit_mmap. Left out: uprobes, hugetlb reservations, the maple tree.
 * Read from: kernel/fork.c, mm/mmap.c (6.18).
 */

void __mmput(struct mm_struct *mm)
{
        exit_aio(mm);
M2:     ksm_exit(mm);
M2u:    khugepaged_exit(mm);
        mmu_notifier_release();
        exit_mmap(mm);
M15:    mmdrop(mm);
}

static void exit_aio(struct mm_struct *mm)
{
        /** is the last user of {mm}: begins to tear it down */
M1:     mm->torn_down_by = current;                             // waits for asynchronous I/O
        might_sleep();
        if (!mm->ksm)
                goto M3;
}

static void mmu_notifier_release(void)
{
        /** tells the mmu notifiers */
M3:     might_sleep();                                          // tells the notifiers
}

static void exit_mmap(struct mm_struct *mm)
{
M4:     mmap_read_lock(mm);
        /** finds the first VMA of {mm} */
M5:     cost(VMA_WALK);                                         // first VMA
        if (!first_vma_of(mm))
                goto M8;
        tlb_gather_mmu_fullmm(mm);
M7:     unmap_page_range(mm, true);
        /* From here until MMF_OOM_SKIP is set a reaper can come in and walk it all again. */
M8:     mmap_read_unlock(mm);
        current->at_table = 0;
        /** sets MMF_OOM_SKIP of {mm} */
        /* Newcomers leave the mm alone from now on, and the OOM killer may choose somebody else, although the tail of the gather is not
         * free yet. */
M9:     if (first_vma_of(mm))                                   // MMF_OOM_SKIP
                mm->oom_skip = true;
M10:    mmap_write_lock(mm);
        free_pgtables(mm);
        tlb_finish_mmu(mm);
        tear_down_vmas();
        /* The tree is destroyed: nothing of the address space is left. */
M14:    trace_exit_mmap(mm);
        mmap_write_unlock(mm);
}

static void tlb_gather_mmu_fullmm(struct mm_struct *mm)
{
        /** opens one mmu_gather for the whole mm */
M6:     current->at_table = first_pt_of_mm(mm);                 // opens one gather for all
        if (!current->at_table)
                goto M8;
}

static void free_pgtables(struct mm_struct *mm)
{
        /** unlinks the VMAs and frees the page tables of {mm} */
M11:    await(every_vma(v, v->vm_mm != mm || every_task(r, !v->reader[r])), UNINTERRUPTIBLE);  // frees the page tables
        mm->torn_down = true;
        might_sleep();
        cost(FREE_TABLE, count_pt(t, t->vma->vm_mm == mm && t->present));
}

static void tlb_finish_mmu(struct mm_struct *mm)
{
        /** flushes the gather: {pages_gathered_by_me()} pages go, {gathered_pages(mm)'} stay gathered */
M12:    flush_gather();                                         // the gathered tail is freed
        cost(FREE_PAGE, pages_gathered_by_me());
        trace_tlb_flush();
}

static void tear_down_vmas(void)
{
        /** drops the files behind the VMAs */
M13:    might_sleep();                                          // drops the files
        cost(VMA_WALK);
}

static void ksm_exit(struct mm_struct *mm)
{
.:      mmap_write_lock(mm);
}

static void khugepaged_exit(struct mm_struct *mm)
{
.:      mmap_write_unlock(mm);
}
