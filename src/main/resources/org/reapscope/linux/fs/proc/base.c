/*
 * Readers that open a file of /proc/PID which needs the mm, and the reader of cmdline.
 * Read from: fs/proc/base.c, kernel/fork.c, mm/memory.c (6.18).
 */

void open_proc_mm(struct signal_struct *target)
{
        mm_access(target);
        /** keeps only the struct: mm_count of {target->mm} {target->mm->mm_count} → {target->mm->mm_count'} */
RO2:    stands_in(proc_mem_open);                               // mmgrab
        target->mm->mm_count++;
        current->holds_ref = true;
RO3:    mmput(target->mm);
}

static void mm_access(struct signal_struct *target)
{
        /** takes the task_lock of {target->leader} */
RO1:    spin_lock(&target->leader->alloc_lock);                 // task_lock
        cost(SYSCALL);
        /** mm_users of {target->mm} {target->mm->mm_users} → {target->mm->mm_users'} */
RO1g:   if (target->leader->has_mm)                             // mmget
                target->mm->mm_users++;
        spin_unlock(&target->leader->alloc_lock);
        if (!target->leader->has_mm)
                goto end;
}

void read_cmdline(struct signal_struct *target)
{
        get_task_mm(target);
        __access_remote_vm(target->mm);
        copy_to_user(target->mm);
RC6:    mmput(target->mm);
}

static void get_task_mm(struct signal_struct *target)
{
        /** takes the task_lock of {target->leader} */
RC1:    spin_lock(&target->leader->alloc_lock);                 // task_lock
        cost(SYSCALL);
        /** takes a reference: mm_users of {target->mm} {target->mm->mm_users} → {target->mm->mm_users'} */
RC1g:   if (target->leader->has_mm)                             // mmget
                target->mm->mm_users++;
        spin_unlock(&target->leader->alloc_lock);
        if (!target->leader->has_mm)
                goto end;
}

static void __access_remote_vm(struct mm_struct *mm)
{
RC2:    mmap_read_lock_killable(mm, RC6);
        get_user_page_vma_remote();
RC2u:   mmap_read_unlock(mm);
}

static void get_user_page_vma_remote(void)
{
        /** pins the page with the arguments */
RC2g:   cost(TRIVIAL);                                          // pins one page
}

static void copy_to_user(struct mm_struct *mm)
{
        /** copies the command line to its own user space, holding mm_users ({mm->mm_users}) all the while */
        /* The copy can fault and sleep. Whatever happens to the victim now, its memory stays until this reader has run again. */
RC3:    might_sleep();                                          // copies out, may sleep
        cost(COPY_TO_USER);
}
