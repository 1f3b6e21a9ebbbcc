/*
 * The walk that unmaps page tables one after the other, upwards, as exit_mmap and the reapers share it, and what flushing an
 * mmu_gather does with the pages. Left out: levels above the last, huge pages, swap entries one by one.
 * Read from: mm/memory.c, mm/mmu_gather.c (6.18).
 */

static inline struct vm_area_struct *first_vma_of(struct mm_struct *mm)
{
        return first_vma(v, v->vm_mm == mm);
}

static inline struct vm_area_struct *last_vma_of(struct mm_struct *mm)
{
        return last_vma(v, v->vm_mm == mm);
}

static inline struct vm_area_struct *next_vma_of(struct mm_struct *mm, struct vm_area_struct *vma)
{
        return first_vma(v, v->vm_mm == mm && v > vma);
}

static inline struct vm_area_struct *prev_vma_of(struct mm_struct *mm, struct vm_area_struct *vma)
{
        return last_vma(v, v->vm_mm == mm && v < vma);
}

static inline struct ptdesc *first_pt_of_mm(struct mm_struct *mm)
{
        return first_pt(t, t->vma->vm_mm == mm);
}

static inline struct ptdesc *next_pt_of_mm(struct mm_struct *mm, struct ptdesc *pt)
{
        return first_pt(t, t->vma->vm_mm == mm && t > pt);
}

static inline struct ptdesc *first_pt_of(struct vm_area_struct *vma)
{
        return first_pt(t, t->vma == vma);
}

static inline struct ptdesc *next_pt_of(struct vm_area_struct *vma, struct ptdesc *pt)
{
        return first_pt(t, t->vma == vma && t > pt);
}

static inline bool gathered_by_me(struct ptdesc *pt)
{
        return pt->pages == current + GATHERED;
}

static inline int pages_gathered_by_me(void)
{
        return sum_pt(t, gathered_by_me(t) ? t->nr_pages : 0);
}

static inline int gathered_pages(struct mm_struct *mm)
{
        return sum_pt(t, t->present && t->vma->vm_mm == mm && t->pages >= GATHERED ? t->nr_pages : 0);
}

static inline int mapped_pages(struct mm_struct *mm)
{
        return sum_pt(t, t->present && t->vma->vm_mm == mm && t->pages == MAPPED ? t->nr_pages : 0);
}

/* Pages of one rss counter: those mapped, and those that a walker has unmapped but not yet counted off. */
static inline int rss(struct mm_struct *mm, int member)
{
        return sum_pt(t, t->present && t->vma->vm_mm == mm
                && ((t->pages == MAPPED || exists_task(w, at(w, M7d, P12d) && w->at_table == t && w->zapped_now)) && t->rss_member == member)
                ? t->nr_pages : 0);
}

/* Whether memory of it is mapped or gathered: what an -ESRCH leaves lying. */
static inline bool memory_left(struct mm_struct *mm)
{
        return exists_pt(t, t->present && t->vma->vm_mm == mm && (t->pages == MAPPED || t->pages >= GATHERED));
}

static inline int free_pages(void)
{
        return free_at_start + sum_pt(t, t->present && t->pages == FREE ? t->nr_pages : 0);
}

static inline int cache_pages(void)
{
        return sum_pt(t, t->present && t->pages == CACHE ? t->nr_pages : 0);
}

static inline void flush_gather(void)
{
        for_each_pt (t, gathered_by_me(t)) {
                if (t->after_flush == FREE)
                        t->freed_by = current;
                t->pages = t->after_flush;
        }
}

/* Walks from current->at_table on; falls off its end when there is no further table. */
static void unmap_page_range(struct mm_struct *mm, bool exit_mmap)
{
        if (exit_mmap)
                phase(EXIT_WALK);
        else
                phase(REAP_WALK);
.a:     zap_pmd_range(.h);
.b:     pte_offset_map_lock(current->at_table);
.c:     zap_present_ptes();
.d:     add_mm_rss_vec(mm, .f);
.e:     tlb_flush_mmu_tlbonly();
.f:     pte_unmap_unlock(.h);
.g:     tlb_flush_mmu();
        /** goes on */
.h:     zap_pmd_range_next(mm, exit_mmap, .a);                  // cond_resched, next
}

static void zap_pmd_range(label next)
{
        /** looks at {current->at_table} */
.:      if (!current->at_table->present)                        // next 2 MiB slot
                goto next;
}

static void pte_offset_map_lock(struct ptdesc *pt)
{
        /** takes the lock of page table {pt} */
        /* One spinlock for each 2 MiB page-table page. Two walkers that go the same way meet at one table after the other; walkers from
         * opposite ends meet once. */
.:      spin_lock(&pt->ptl);                                    // lock the page table
        cost(ATOMIC);
}

static void zap_present_ptes(void)
{
        /** unmaps {current->at_table->pages == MAPPED ? current->at_table->nr_pages : 0} pages of {current->at_table} */
        /* Unmapped is not free: the pages wait in this walker's mmu_gather until it is flushed. */
.:      preempt_disable();                                      // unmap up to 512 pages
        cost(ZAP_PAGE, current->at_table->pages == MAPPED ? current->at_table->nr_pages : 0);
        current->zapped_now = current->at_table->pages == MAPPED;
        if (current->at_table->pages == MAPPED) {
                current->zapped_any = true;
                current->at_table->zapped_by = current;
                current->at_table->pages = current->at_table->at_once ? current->at_table->after_flush : current + GATHERED;
        }
}

static void add_mm_rss_vec(struct mm_struct *mm, label unlock)
{
        /** rss counter of {mm} is now {rss(mm, current->at_table->rss_member)'} pages */
.:      preempt_disable();                                      // count the pages off
        if (current->zapped_now && current->at_table->rss_member != 4)
                trace_rss_stat(mm, current->at_table->rss_member);
        if (!current->at_table->dirty || !current->zapped_now)
                goto unlock;
}

static void tlb_flush_mmu_tlbonly(void)
{
        /** flushes the TLB before it lets go: dirty file pages */
.:      preempt_disable();                                      // flush the TLB under the lock
        cost(TLB_FLUSH);
        trace_tlb_flush();
}

static void pte_unmap_unlock(label next)
{
        /** lets go of page table {current->at_table} */
.:      spin_unlock(&current->at_table->ptl);                   // unlock the page table
        if (!(batch_pages && pages_gathered_by_me() >= batch_pages))
                goto next;
}

static void tlb_flush_mmu(void)
{
        /** the gather is full: flushes and gives {pages_gathered_by_me()} pages back */
.:      flush_gather();                                         // batch full: flush and free
        cost(FREE_PAGE, pages_gathered_by_me());
        trace_tlb_flush();
}

static void zap_pmd_range_next(struct mm_struct *mm, bool exit_mmap, label again)
{
.:      stands_in(zap_pmd_range);
        current->at_table = exit_mmap ? next_pt_of_mm(mm, current->at_table) : next_pt_of(current->at_vma, current->at_table);
        if (current->at_table)
                goto again;
}

void touch_memory(struct ptdesc *table)
{
        handle_mm_fault(table);
}

static void handle_mm_fault(struct ptdesc *table)
{
        /** touches {table} (SIGBUS: {current->sigbus'}) */
        /* If a reaper took the page under a live process, the fault does not give a fresh zero page but SIGBUS. */
U1:     if (own_mm()->unstable && table->pages != MAPPED)       // touches memory
                current->sigbus = true;
}
