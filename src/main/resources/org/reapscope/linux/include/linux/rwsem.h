/*
 * A sleeping reader-writer lock: a FIFO of waiters. A reader gets in at once only if no writer has it and nobody waits, or steals it
 * if there is no reader and no handoff is promised; whoever gives it back grants it to all waiting readers together if the first
 * waiter is a reader, and leaves it to the first waiter if that is a writer.
 * Read from: kernel/locking/rwsem.c (6.18).
 */

static inline bool nobody_waits(struct mm_struct *mm)
{
        return every_task(waiter, mm->mmap_lock.place[waiter] == 0);
}

static inline bool nobody_reads(struct mm_struct *mm)
{
        return every_task(reader, !mm->mmap_lock.reader[reader]);
}

static inline bool admits_reader(struct mm_struct *mm)
{
        return !mm->mmap_lock.owner && (nobody_waits(mm) || nobody_reads(mm) && !mm->mmap_lock.handoff);
}

static inline void leave_queue(struct mm_struct *mm, struct task_struct *task)
{
        for_each_task (behind, mm->mmap_lock.place[behind] > mm->mmap_lock.place[task])
                mm->mmap_lock.place[behind]--;
        mm->mmap_lock.place[task] = 0;
        mm->mmap_lock.wants_write[task] = false;
}

static inline void join_queue(struct mm_struct *mm, bool to_write)
{
        mm->mmap_lock.place[current] = count_task(waiter, mm->mmap_lock.place[waiter] != 0) + 1;
        mm->mmap_lock.wants_write[current] = to_write;
}

static inline void grant_readers(struct mm_struct *mm)
{
        for_each_task (reader, mm->mmap_lock.place[reader] != 0 && !mm->mmap_lock.wants_write[reader]) {
                mm->mmap_lock.reader[reader] = true;
                leave_queue(mm, reader);
        }
}

static inline void down_read_or_queue(struct mm_struct *mm)
{
        if (admits_reader(mm)) {
                mm->mmap_lock.reader[current] = true;
                grant_readers(mm);
        } else {
                join_queue(mm, false);
        }
}

static inline void up_read(struct mm_struct *mm)
{
        mm->mmap_lock.reader[current] = false;
}

static inline bool admits_queued_writer(struct mm_struct *mm)
{
        return !mm->mmap_lock.owner && nobody_reads(mm) && mm->mmap_lock.place[current] == 1;
}

static inline void down_write_or_queue(struct mm_struct *mm)
{
        if (!mm->mmap_lock.owner && nobody_reads(mm) && (nobody_waits(mm) || !mm->mmap_lock.handoff))
                mm->mmap_lock.owner = current;
        else
                join_queue(mm, true);
}

static inline void down_write_queued(struct mm_struct *mm)
{
        leave_queue(mm, current);
        mm->mmap_lock.owner = current;
        mm->mmap_lock.handoff = false;
}

/* If the first waiter is a reader and no writer has the lock, every waiting reader has it from now on. */
static inline void up_write(struct mm_struct *mm)
{
        mm->mmap_lock.owner = NULL;
        if (!mm->mmap_lock.owner && exists_task(waiter, mm->mmap_lock.place[waiter] == 1 && !mm->mmap_lock.wants_write[waiter])) {
                grant_readers(mm);
                mm->mmap_lock.handoff = false;
        }
}

static inline void give_up(struct mm_struct *mm)
{
        leave_queue(mm, current);
        if (nobody_waits(mm))
                mm->mmap_lock.handoff = false;
}
