/*
 * The first waiter of an mmap_lock is promised the lock when it has waited long enough.
 * Read from: kernel/locking/rwsem.c (6.18).
 */

void rwsem_handoff(struct signal_struct *target)
{
        rwsem_try_write_lock(target->mm);
}

static void rwsem_try_write_lock(struct mm_struct *mm)
{
        /** the first waiter for mmap_lock of {mm} has waited long enough: nobody steals it any more */
H1:     await(exists_task(w, mm->mmap_lock.place[w] == 1), IDLE);       // 4 ms are over: handoff
        mm->mmap_lock.handoff = true;
        cost(DELAY);
}
