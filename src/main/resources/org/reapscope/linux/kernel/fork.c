/*
 * Dropping references: mmput, whose last caller tears the address space down, and mmdrop.
 * Read from: kernel/fork.c (6.18).
 */

static void mmput(struct mm_struct *mm)
{
        /** mm_users of {mm} {mm->mm_users} → {mm->mm_users'} */
        /* Whoever drops the last one runs exit_mmap, whoever that is: the victim's last thread, or a reader of /proc that happened to
         * hold the mm. */
.:      mm->mm_users--;                                         // drops its mm_users reference
        might_sleep();
        cost(ATOMIC);
        if (mm->mm_users)
                return;
.m:     __mmput(mm);
}

static void mmdrop(struct mm_struct *mm)
{
        /** mm_count of {mm} {mm->mm_count} → {mm->mm_count'} */
.:      mm->mm_count--;                                         // drops its mm_count reference
        cost(ATOMIC);
}
