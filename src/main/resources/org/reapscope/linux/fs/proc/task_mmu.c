/*
 * Readers of /proc/PID/maps, which locks VMA by VMA, and of smaps and smaps_rollup, which take mmap_lock.
 * Read from: fs/proc/task_mmu.c (6.18).
 */

void close_proc_mm(struct signal_struct *target)
{
        /** closes the file: mm_count of {target->mm} {target->mm->mm_count} → {target->mm->mm_count'} */
RX:     stands_in(proc_map_release);                            // mmdrop
        if (current->holds_ref) {
                target->mm->mm_count--;
                current->holds_ref = false;
        }
        cost(SYSCALL);
}

void read_maps(struct signal_struct *target)
{
RS0:    seq_read_begin(target->mm);
RS1:    mmget_not_zero(target->mm, RS9);
        lock_next_vma();
        /** writes the text for {current->at_vma} */
RS3:    stands_in(show_map);                                    // shows a VMA
        cost(VMA_WALK);
        unlock_vma();
RS6:    mmput(target->mm);
        seq_read_next(target->mm);
        seq_read_end();
}

void read_smaps(struct signal_struct *target)
{
RS0:    seq_read_begin(target->mm);
RS1:    mmget_not_zero(target->mm, RS9);
        m_start(target->mm);
        /** writes the text for {current->at_vma} */
RS3:    stands_in(show_smap);                                   // shows a VMA
        cost(VMA_WALK);
RS4:    walk_page_vma_smap();
        m_stop(target->mm);
RS6:    mmput(target->mm);
        seq_read_next(target->mm);
        seq_read_end();
}

static void m_start(struct mm_struct *mm)
{
RS2:    mmap_read_lock_killable(mm, RS6);
}

static void m_stop(struct mm_struct *mm)
{
RS5:    mmap_read_unlock(mm);
}

static void seq_read_begin(struct mm_struct *mm)
{
        /** starts to read, from the first VMA on */
.:      stands_in(seq_read_iter);                               // read() begins
        current->at_vma = first_vma_of(mm);
        cost(SYSCALL);
        if (!current->holds_ref)
                goto end;
}

static void mmget_not_zero(struct mm_struct *mm, label gone)
{
        /** mm_users of {mm} {mm->mm_users} → {mm->mm_users'} (0 means end of file) */
        /* From here to m_stop the reader keeps the whole address space alive: if every thread of the victim leaves now, the memory waits
         * for this reader. */
.:      stands_in(m_start);                                     // mmget_not_zero
        if (mm->mm_users)
                mm->mm_users++;
        cost(ATOMIC);
        if (!mm->mm_users)
                goto gone;
}

static void lock_next_vma(void)
{
        /** locks {current->at_vma} by its own lock */
RS2:    if (current->at_vma)                                    // per-VMA lock
                current->at_vma->reader[current] = true;
}

static void unlock_vma(void)
{
        /** unlocks {current->at_vma} */
RS5:    if (current->at_vma)                                    // per-VMA unlock
                current->at_vma->reader[current] = false;
}

static void seq_read_next(struct mm_struct *mm)
{
        /** copies the text to user space, holding nothing */
RS7:    stands_in(seq_read_iter);                               // copies out, without references
        current->at_vma = next_vma_of(mm, current->at_vma);
        might_sleep();
        cost(COPY_TO_USER);
        if (current->at_vma)
                goto RS1;
}

static void seq_read_end(void)
{
        /** is at the end of the file */
RS9:    stands_in(seq_read_iter);                               // end of file
        current->at_vma = 0;
        cost(SYSCALL);
}

static void walk_page_vma_smap(void)
{
        /** starts at the first page table of {current->at_vma} */
.:      stands_in(show_smap);                                   // first page table
        phase(READ);
        current->at_table = first_pt_of(current->at_vma);
        if (!current->at_table)
                goto .e;
.a:     walk_pmd_range(.d);
.b:     read_pte_lock();
.c:     smaps_pte_range();
.d:     walk_pmd_range_next(.a);
        /** is done with {current->at_vma} */
.e:     stands_in(show_smap);                                   // VMA done
        phase(READ);
        current->at_table = 0;
}

static void walk_page_vma_rollup(void)
{
        /** starts at the first page table of {current->at_vma} */
.:      stands_in(smap_gather_stats);                           // first page table
        phase(READ);
        current->at_table = first_pt_of(current->at_vma);
        if (!current->at_table)
                goto .e;
.a:     walk_pmd_range(.d);
.b:     read_pte_lock();
.c:     smaps_pte_range();
.d:     walk_pmd_range_next(.a);
        /** is done with {current->at_vma} */
.e:     stands_in(smap_gather_stats);                           // VMA done
        phase(READ);
        current->at_table = 0;
}

static void walk_pmd_range(label next)
{
        /** looks at {current->at_table} */
.:      phase(READ_WALK);                                       // next 2 MiB slot
        if (!current->at_table->present)
                goto next;
}

static void read_pte_lock(void)
{
        /** takes the lock of page table {current->at_table} */
.:      stands_in(pte_offset_map_lock);                         // lock the page table
        phase(READ_WALK);
        spin_lock(&current->at_table->ptl);
        cost(ATOMIC);
}

static void smaps_pte_range(void)
{
        /** counts the pages of {current->at_table} and lets go of its lock */
.:      phase(READ_WALK);                                       // counts pages, unlocks
        spin_unlock(&current->at_table->ptl);
        cost(SCAN_PAGE, current->at_table->nr_pages);
}

static void walk_pmd_range_next(label again)
{
        /** goes on */
.:      stands_in(walk_pmd_range);                              // next
        phase(READ_WALK);
        current->at_table = next_pt_of(current->at_vma, current->at_table);
        if (current->at_table)
                goto again;
}

void read_smaps_rollup(struct signal_struct *target)
{
RR0:    seq_read_begin(target->mm);
RR1:    mmget_not_zero(target->mm, RR9);
        show_smaps_rollup(target->mm);
RR6:    mmput(target->mm);
        /** copies the sums to user space */
RR9:    stands_in(seq_read_iter);                               // copies out
        current->at_vma = 0;
        might_sleep();
        cost(COPY_TO_USER);
}

static void show_smaps_rollup(struct mm_struct *mm)
{
RR2:    mmap_read_lock_killable(mm, RR6);
        smap_gather_stats();
RR4:    walk_page_vma_rollup();
        /** goes on to the next VMA, and drops the lock first if a writer waits for it */
RR4n:   current->at_vma = next_vma_of(mm, current->at_vma);     // contended?
        if (!current->at_vma)
                goto RR5;
        if (nobody_waits(mm))
                goto RR3;
RR4u:   mmap_read_unlock(mm);
        goto RR2;
RR5:    mmap_read_unlock(mm);
}

static void smap_gather_stats(void)
{
        /** adds up {current->at_vma} */
RR3:    cost(VMA_WALK);                                         // gathers a VMA
        if (!current->at_vma)
                goto RR5;
}
