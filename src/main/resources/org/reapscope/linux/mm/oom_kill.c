/*
 * process_mrelease, the OOM killer and its reaper. Left out: cpusets and memory cgroups as limits, oom_score_adj other than -1000,
 * the notifier chain.
 * Read from: mm/oom_kill.c (6.18).
 */

static inline struct task_struct *first_thread_with_mm(struct signal_struct *group)
{
        return first_task(t, t->signal == group && t->has_mm);
}

/* SIGNAL_GROUP_EXIT, or its only thread is exiting. */
static inline bool is_dying(struct signal_struct *group)
{
        return !group->core_state && (group->group_exit
                || count_task(t, t->signal == group) == 1 && exists_task(t, t->signal == group && t->exiting));
}

static inline bool has_live_sharer(struct signal_struct *group, struct mm_struct *mm)
{
        return exists_task(t, t->has_mm && t->signal != group && t->signal->mm == mm && !is_dying(t->signal));
}

static inline bool has_live_user(struct mm_struct *mm)
{
        return exists_task(t, t->has_mm && !t->kthread && t->signal->mm == mm && !is_dying(t->signal));
}

/* The process is dying, and so is everybody who shares its mm. */
static inline bool task_will_free_mem(struct signal_struct *group, struct mm_struct *mm)
{
        return is_dying(group) && !mm->oom_skip && (mm->mm_users <= 1 || !has_live_sharer(group, mm));
}

/* The thread that the OOM killer marked, the leader if none was. */
static inline struct task_struct *oom_victim_thread(struct signal_struct *group)
{
        return group->oom_victim_thread == NULL ? group->leader : nonnull(group->oom_victim_thread);
}

void process_mrelease(struct signal_struct *target)
{
        /** calls process_mrelease() on {target} */
P0:     current->mrelease_result = PENDING;                     // system call entry
        cost(SYSCALL);
        trace_sys_enter_process_mrelease(target);
        /** checks the flags */
P1:     if (current->bad_flags) {                               // flags must be 0
                current->mrelease_result = -EINVAL;
                goto P17;
        }
        pidfd_get_task(target);
        find_lock_task_mm(target);
        mmgrab(target->mm);
        check_task_will_free_mem(target, target->mm);
        /** lets go of the task_lock of {current->found} */
P6e:    unlock_found();                                         // task_unlock
        current->mrelease_result = -EINVAL;
        goto P16;
P6s:    unlock_found();                                         // task_unlock
        current->mrelease_result = 0;
        goto P16;
P6:     unlock_found();                                         // task_unlock
        lock_mm_killable(target->mm);
        /** MMF_OOM_SKIP of {target->mm} is {target->mm->oom_skip} */
        /* Set means that exit_mmap is done unmapping: nothing to do, and the answer is 0. */
P8:     if (target->mm->oom_skip)                               // MMF_OOM_SKIP?
                goto P15;
P9r:    __oom_reap_task_mm(target->mm);
P15:    mmap_read_unlock(target->mm);
        current->mrelease_result = current->failed ? -EAGAIN : 0;
        current->failed = false;
        goto P16;
        /** was killed: -EINTR */
P16i:   current->mrelease_result = -EINTR;                      // killed while it waited
P16:    mmdrop(target->mm);
        /** process_mrelease returns {current->mrelease_result} */
P17:    if (memory_left(target->mm))                            // return
                current->memory_held = true;
        if (current->mrelease_result == 0)
                current->got_ok = true;
        if (current->mrelease_result == -ESRCH)
                current->got_esrch = true;
        if (current->mrelease_result == -EINVAL)
                current->got_einval = true;
        cost(SYSCALL);
        trace_sys_exit_process_mrelease(current->mrelease_result);
}

static void pidfd_get_task(struct signal_struct *target)
{
        /** looks the process up that the pidfd names */
        /* -ESRCH here means that the leader was reaped by its parent: the pid names nothing any more, and only who still holds mm_users,
         * a reader of /proc, can keep memory. */
P2:     if (current->bad_pidfd)                                 // pidfd → task
                current->mrelease_result = -EBADF;
        else if (target->released)
                current->mrelease_result = -ESRCH;
        if (current->bad_pidfd || target->released)
                goto P17;
}

static void find_lock_task_mm(struct signal_struct *target)
{
        /** looks for a thread of {target} with an mm (threads that have one: {threads_with_mm(target)}) */
        /* This is the race. If the last thread has passed exit_mm, nobody is found and the answer is -ESRCH, however much memory the mm
         * still holds. */
P3:     await(!first_thread_with_mm(target) || !first_thread_with_mm(target)->alloc_lock.owner, SPIN);  // a thread that still has an mm?
        lockdep(first_thread_with_mm(target)->alloc_lock, WRITE, ACQUIRE);
        if (!first_thread_with_mm(target)) {
                current->mrelease_result = -ESRCH;
                if (memory_left(target->mm))
                        current->esrch_harmful = true;
        } else {
                current->found = nonnull(first_thread_with_mm(target));
                current->found->alloc_lock.owner = current;
        }
        preempt_disable();
        cost(ATOMIC);
        if (!current->found)
                goto P17;
}

static void mmgrab(struct mm_struct *mm)
{
        /** mm_count of {mm} {mm->mm_count} → {mm->mm_count'} */
P4:     mm->mm_count++;                                         // keeps the mm_struct
        preempt_disable();
        cost(ATOMIC);
}

static void check_task_will_free_mem(struct signal_struct *target, struct mm_struct *mm)
{
        /** is {target} dying, and everybody who shares its mm? ({task_will_free_mem(target, mm)} = yes) */
        /* -EINVAL protects processes that share the mm and were not killed. */
P5:     stands_in(task_will_free_mem);                          // is the mm going away?
        preempt_disable();
        if (task_will_free_mem(target, mm))
                goto P6;
        if (mm->oom_skip)
                goto P6s;
}

static inline void unlock_found(void)
{
        /** lets go of the task_lock of {current->found} */
.:      spin_unlock(&current->found->alloc_lock);               // task_unlock
        current->found = NULL;
}

static void lock_mm_killable(struct mm_struct *mm)
{
        stands_in(mmap_read_lock_killable);
P7:     mmap_read_lock_killable(mm, P16i);
}

/* Called with mmap_lock held for reading; leaves in current->failed whether a VMA had to be left. */
void __oom_reap_task_mm(struct mm_struct *mm)
{
        /** sets MMF_UNSTABLE of {mm} and starts at {current->at_vma'} */
        /* From here a user fault in this mm gets SIGBUS instead of a fresh zero page. */
P9:     mm->unstable = true;                                    // MMF_UNSTABLE
        if (has_live_user(mm))
                mm->shared_reap = true;
        current->at_vma = last_vma_of(mm);
        if (!current->at_vma)
                goto P14e;
        /** comes to {current->at_vma} (reapable: {current->at_vma->reapable}) */
        /* From the highest address down, while exit_mmap goes up: they meet once. */
P10:    phase(REAP);                                            // next VMA
        cost(VMA_WALK);
        if (!current->at_vma->reapable)
                goto P14;
        tlb_gather_mmu();
P12:    unmap_page_range(mm, false);
        tlb_finish_mmu_vma();
        /** is done with {current->at_vma} */
P14:    phase(REAP);                                            // on to the next VMA
        current->at_vma = prev_vma_of(mm, current->at_vma);
        if (current->at_vma)
                goto P10;
        /** has visited every VMA of {mm} */
P14e:   phase(REAP);                                            // all VMAs visited
        current->at_vma = 0;
        if (!current->zapped_any)
                mm->wasted_walk = true;
        current->zapped_any = false;
}

static void tlb_gather_mmu(void)
{
        /** opens an mmu_gather for {current->at_vma} */
P11:    phase(REAP);                                            // opens a gather for this VMA
        if (current->at_vma->notifier_blocks)
                current->failed = true;
        else
                current->at_table = first_pt_of(current->at_vma);
        if (current->at_vma->notifier_blocks)
                goto P14;
        if (!current->at_table)
                goto P13;
}

static void tlb_finish_mmu_vma(void)
{
        /** flushes its gather: {pages_gathered_by_me()} pages of {current->at_vma} go */
P13:    stands_in(tlb_finish_mmu);                              // the pages of this VMA are freed
        phase(REAP);
        flush_gather();
        current->at_table = 0;
        cost(FREE_PAGE, pages_gathered_by_me());
        trace_tlb_flush();
}

void oom_reaper_timer(struct signal_struct *target)
{
        wake_oom_reaper(target);
}

static void wake_oom_reaper(struct signal_struct *target)
{
        /** two seconds are over: hands {target} to the oom_reaper (MMF_OOM_SKIP {target->mm->oom_skip}) */
        /* If exit_mmap has set MMF_OOM_SKIP by now there is nothing to reap and the timer does nothing. */
O7:     await(target->oom_reap_timer, IDLE);                    // the timer expires
        target->oom_reap_timer = false;
        if (!target->mm->oom_skip)
                target->oom_reaper_list = count_group(g, g->oom_reaper_list != 0) + 1;
        cost(DELAY);
        if (!target->mm->oom_skip)
                trace_wake_reaper(oom_victim_thread(target));
}

static inline struct signal_struct *latest_on_list(void)
{
        return first_group(g, g->oom_reaper_list != 0 && every_group(other, other->oom_reaper_list <= g->oom_reaper_list));
}

void oom_reaper(void)
{
        /** takes {latest_on_list()} from its list */
O8:     await(exists_group(g, g->oom_reaper_list != 0), INTERRUPTIBLE);         // takes a victim from the list
        current->chosen = nonnull(latest_on_list());
        current->chosen->oom_reaper_list = 0;
        oom_reap_task_mm();
        oom_reap_task();
}

static void oom_reap_task_mm(void)
{
O9:     mmap_read_trylock(current->chosen->mm, O9f);
        if (!is_reader(current->chosen->mm))
                trace_skip_task_reaping(oom_victim_thread(current->chosen));
        /** MMF_OOM_SKIP of {current->chosen->mm} is {current->chosen->mm->oom_skip} */
O10:    if (current->chosen->mm->oom_skip)                      // MMF_OOM_SKIP?
                trace_skip_task_reaping(oom_victim_thread(current->chosen));
        if (!current->chosen->mm->oom_skip)
                trace_start_task_reaping(oom_victim_thread(current->chosen));
        if (current->chosen->mm->oom_skip)
                goto O11u;
O11r:   __oom_reap_task_mm(current->chosen->mm);
        /** finishes an attempt on {current->chosen} */
O11f:   trace_finish_task_reaping(oom_victim_thread(current->chosen));          // one attempt is over
O11u:   mmap_read_unlock(current->chosen->mm);
        if (!current->failed)
                goto O12;
}

static void oom_reap_task(void)
{
        /** could not reap {current->chosen}: attempt {current->attempts + 1} */
        /* At most ten attempts, a tenth of a second apart; then MMF_OOM_SKIP is set all the same, so that somebody else can be chosen. */
O9f:    current->attempts = current->attempts < max_oom_reap_retries ? current->attempts + 1 : current->attempts;     // sleeps and tries again
        current->failed = false;
        cost(DELAY);
        if (current->attempts < max_oom_reap_retries)
                goto O9;
        /** sets MMF_OOM_SKIP of {current->chosen->mm} */
O12:    current->chosen->mm->oom_skip = true;                   // MMF_OOM_SKIP
        current->attempts = 0;
        current->chosen = NULL;
        goto O8;
}

static inline bool enough_free(void)
{
        return free_pages() >= demand;
}

/* As long as a victim without MMF_OOM_SKIP is around nobody else is chosen. */
static inline bool victim_in_progress(void)
{
        return exists_group(v, v->oom_mm && !v->released && !v->mm->oom_skip);
}

static inline bool oom_eligible(struct signal_struct *group)
{
        return group->mm && !group->oom_exempt && !group->oom_mm && exists_task(t, t->signal == group && t->has_mm) && !group->mm->oom_skip;
}

static inline int oom_badness(struct signal_struct *group)
{
        return mapped_pages(group->mm);
}

static inline struct signal_struct *select_bad_process(void)
{
        return first_group(c, oom_eligible(c) && every_group(r, !oom_eligible(r) || oom_badness(r) <= oom_badness(c)));
}

/* Notes that a kill is pointless if those already dying hold as much as is missing. */
static inline void note_pointless(struct signal_struct *group)
{
        if (sum_pt(p, p->present && exists_group(d, d != group && d->group_exit && d->mm == p->vma->vm_mm)
                        && (p->pages == MAPPED || p->pages >= GATHERED || p->pages == CACHE) ? p->nr_pages : 0) + free_pages() >= demand)
                group->pointless_kill = true;
}

/* A thread of the victim, the leader if none has an mm. */
static inline struct task_struct *found_task(void)
{
        return current->found == NULL ? current->chosen->leader : nonnull(current->found);
}

static inline void kill_group(struct signal_struct *group)
{
        group->group_exit = true;
        for_each_task (t, t->signal == group && !t->exit_state)
                t->pending_kill = true;
}

static inline bool shares_victims_mm(struct task_struct *task)
{
        return task->has_mm && task->signal != current->chosen && task->signal->mm == current->chosen->mm;
}

void out_of_memory(void)
{
        choose_victim();
        oom_kill_process();
        find_victims_thread();
        send_sigkill(current->chosen);
        mark_oom_victim();
        __oom_kill_process();
        queue_oom_reaper();
}

static void choose_victim(void)
{
        /** {free_pages()} pages are free, {demand} are asked for */
        /* As long as a victim without MMF_OOM_SKIP is around nobody else is chosen. A victim with it counts as done, even if its memory
         * is not free yet. */
O0:     stands_in(select_bad_process);                          // chooses a victim
        await(enough_free() || !victim_in_progress(), UNINTERRUPTIBLE);
        if (!enough_free()) {
                if (exists_group(c, oom_eligible(c))) {
                        current->chosen = nonnull(select_bad_process());
                        note_pointless(current->chosen);
                }
        }
        cost(VMA_WALK);
        if (!current->chosen)
                goto end;
}

static void oom_kill_process(void)
{
        /** looks whether {current->chosen} is dying anyway */
O1:     if (task_will_free_mem(current->chosen, current->chosen->mm))          // is it dying already?
                goto O4;
}

static void find_victims_thread(void)
{
        /** looks for a thread of {current->chosen} with an mm */
O2:     stands_in(find_lock_task_mm);                           // a thread that still has an mm?
        await(!first_thread_with_mm(current->chosen) || !first_thread_with_mm(current->chosen)->alloc_lock.owner, SPIN);
        lockdep(first_thread_with_mm(current->chosen)->alloc_lock, WRITE, ACQUIRE);
        if (!first_thread_with_mm(current->chosen)) {
                current->chosen = NULL;
        } else {
                current->found = nonnull(first_thread_with_mm(current->chosen));
                current->found->alloc_lock.owner = current;
        }
        preempt_disable();
        if (!current->chosen)
                goto end;
}

static void send_sigkill(struct signal_struct *victim)
{
        /** sends SIGKILL to {victim} */
O3:     stands_in(do_send_sig_info);                            // SIGKILL
        guard(&victim->siglock);
        kill_group(victim);
        preempt_disable();
        cost(WAKE);
        trace_signal_generate(9, 0, victim->leader, signal_result(victim));
}

static void mark_oom_victim(void)
{
        /** marks {current->chosen} as OOM victim and thaws all its threads */
O4:     found_task()->memdie = true;                            // TIF_MEMDIE, oom_mm, thaw
        current->chosen->oom_victim_thread = found_task();
        if (!current->chosen->oom_mm) {
                current->chosen->oom_mm = true;
                current->chosen->mm->mm_count++;
        }
        for_each_task (t, t->signal == current->chosen)
                t->frozen = false;
        preempt_disable();
        trace_mark_victim(found_task());
}

static void __oom_kill_process(void)
{
        /** lets go of the task_lock */
O4u:    if (current->found)                                     // task_unlock
                current->found->alloc_lock.owner = NULL;
        current->found = NULL;
        lockdep(found_task()->alloc_lock, WRITE, RELEASE);
        /** kills every other process that shares {current->chosen->mm} */
O5:     for_each_task (s, shares_victims_mm(s) && !s->kthread && !s->signal->is_global_init)   // kills all who share the mm
                kill_group(s->signal);
        if (init_shares())
                current->chosen->mm->oom_skip = true;
        cost(WAKE);
        for_each_group (g, exists_task(s, shares_victims_mm(s) && !s->kthread && !s->signal->is_global_init && s->signal == g))
                trace_signal_generate(9, 0, g->leader, signal_result(g));
}

static inline bool init_shares(void)
{
        return exists_task(s, shares_victims_mm(s) && s->signal->is_global_init);
}

static void queue_oom_reaper(void)
{
        /** starts the timer that hands {current->chosen} to the oom_reaper */
        /* Two seconds of grace, so that the victim's threads can walk their robust futex lists before the memory goes. */
O6:     if (!current->chosen->mm->oom_reap_queued && (!current->chosen->mm->oom_skip || !init_shares())) {     // starts the 2 s timer
                current->chosen->mm->oom_reap_queued = true;
                current->chosen->oom_reap_timer = true;
        }
        current->chosen = NULL;
}
