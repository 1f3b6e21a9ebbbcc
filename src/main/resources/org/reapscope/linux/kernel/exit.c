/*
 * A thread on its way out: do_exit with exit_mm and exit_notify. Left out: namespaces, files, semaphores (one step), ptrace,
 * reparenting of children.
 * Read from: kernel/exit.c (6.18).
 */

void exit_group(void)
{
        do_group_exit();
}

static void do_group_exit(void)
{
        /** begins to exit by itself */
X1:     spin_lock(&current->signal->siglock);                   // lock the signal handlers
        zap_other_threads();
        /** lets go of siglock */
X3:     spin_unlock(&current->signal->siglock);                 // unlock
}

static void zap_other_threads(void)
{
        /** sets SIGNAL_GROUP_EXIT and sends SIGKILL to its sibling threads */
X2:     preempt_disable();                                      // takes the siblings along
        current->signal->group_exit = true;
        for_each_task (t, t->signal == current->signal)
                t->pending_kill = true;
}

void do_exit(void)
{
        take_group_exit_code();
        synchronize_group_exit();
        exit_signals();
        /** threads still to come here: {current->signal->live} → {current->signal->live'} */
V5:     current->signal->live--;                                // one thread fewer
        current->group_dead = !current->signal->live;
        cost(ATOMIC);
        if (!process_acct || !current->group_dead || !current->has_mm)
                goto V7;
        acct_collect();
        /** goes on to give up its mm */
        /* Who has executed another program since has left this mm already; its new one is not looked at here. */
V7:     trace_sched_process_exit();                             // accounting
        if (!current->has_mm)
                goto V15;
        exit_mm_release();
        exit_mm();
        exit_oom_victim();
        exit_files();
        exit_notify();
        do_task_dead();
}

static void take_group_exit_code(void)
{
        /** sees that its group is exiting and takes the group's exit code */
V2:     stands_in(do_group_exit);                               // group is exiting already
        guard(&current->signal->siglock);
        preempt_disable();
}

static void synchronize_group_exit(void)
{
        /** enters do_exit */
V3:     await(!current->signal->core_state, UNINTERRUPTIBLE);   // waits for a core dump
        might_sleep();
}

static void exit_signals(void)
{
        /** sets PF_EXITING */
V4:     guard(&current->signal->siglock);                       // PF_EXITING
        current->exiting = true;
        might_sleep();
}

static void acct_collect(void)
{
V6:     mmap_read_lock(own_mm());
V6u:    mmap_read_unlock(own_mm());
        cost(VMA_WALK);
}

static void exit_mm_release(void)
{
        /** walks its robust futex list in user memory (lost: {current->futex_lost'}) */
        /* If a reaper has taken the page before, the read faults, MMF_UNSTABLE makes the fault fail, and whoever waits for a futex
         * of this thread is never woken. The same goes for the word that clear_child_tid names. A parent in vfork is woken here, by
         * vfork_done. */
V8:     if (current->robust_list && current->robust_list->pages != MAPPED)      // cleans up its futexes
                current->futex_lost = true;
        might_sleep();
}

static void exit_mm(void)
{
V9:     mmap_read_lock(own_mm());
        /** takes its task_lock, interrupts off */
        /* find_lock_task_mm takes the same lock: who inspects this thread comes before or after, never in between. */
V10:    spin_lock(&current->alloc_lock);                        // task_lock
        /** clears task->mm; threads of its group that still have one: {threads_with_mm(current->signal)'} */
        /* The last thread that comes here opens the -ESRCH window: from now on nobody can find the mm through the process, although
         * its memory is still there. */
V11:    current->has_mm = false;                                // task->mm = NULL
        spin_unlock(&current->alloc_lock);
        cost(ATOMIC);
V12:    mmap_read_unlock(own_mm());
        mm_update_next_owner();
V14:    mmput(own_mm());
}

static void mm_update_next_owner(void)
{
        /** looks for another owner of the mm */
V13:    cost(TRIVIAL);                                          // looks for a new owner
}

static void exit_oom_victim(void)
{
        /** clears TIF_MEMDIE if it had it */
V15:    current->memdie = false;                                // no OOM victim any more
}

static void exit_files(void)
{
        /** gives up files, semaphores, namespaces */
V16:    might_sleep();                                          // closes files and the rest
        cost(EXIT_WORK);
}

static void exit_notify(void)
{
        /** exit_state {current->exit_state} → {current->exit_state'} (1 zombie, 2 dead) */
        /* A leader stays a zombie until its group is empty and the parent reaps it; other threads are gone at once. Until the reaping
         * the pid still names the process. */
V17:    preempt_disable();                                      // becomes a zombie
        current->exit_state = current->signal->leader == current ? EXIT_ZOMBIE : EXIT_DEAD;
        if (current->signal->parent && every_thread_gone(current->signal))
                trace_signal_generate(17, 2, current->signal->parent, TRACE_SIGNAL_DELIVERED);
}

static void do_task_dead(void)
{
        /** schedules for the last time */
V18:    preempt_disable();                                      // never runs again
}

void wait4(struct signal_struct *target)
{
        release_task(target);
}

static void release_task(struct signal_struct *target)
{
        /** reaps {target}: its pid names nothing any more */
        /* From now on a pidfd of it gives -ESRCH at the look-up, harmlessly. */
V19:    await(every_thread_gone(target), INTERRUPTIBLE);        // the pid goes
        target->released = true;
        preempt_disable();
        cost(SYSCALL);
        trace_sched_process_free(target->leader);
}
