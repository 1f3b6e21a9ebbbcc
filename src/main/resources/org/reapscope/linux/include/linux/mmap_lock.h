/*
 * Taking and giving back an mmap_lock. Taking it is one step if the lock is to be had at once and two otherwise: joining the queue,
 * and going on when one's turn has come.
 * Read from: include/linux/mmap_lock.h, mm/mmap_lock.c (6.18).
 */

static inline bool is_reader(struct mm_struct *mm)
{
        return mm->mmap_lock.reader[current];
}

static inline bool is_writer(struct mm_struct *mm)
{
        return mm->mmap_lock.owner == current;
}

static inline void ask_to_read(struct mm_struct *mm)
{
        /** asks for mmap_lock of {mm} to read: {is_reader(mm)'} (1 = reads, 0 = queued behind a writer) */
        /* A reader gets in at once only if no writer has the lock and nobody waits, or if it would be the only reader and no handoff is
         * promised. So one waiting writer holds up every later reader. */
.:      down_read_or_queue(mm);                                 // mmap_read_lock
        lockdep(mm->mmap_lock, READ, ACQUIRE_OR_QUEUE);
        cost(ATOMIC);
        trace_mmap_lock_start_locking(mm, false);
        if (is_reader(mm))
                trace_mmap_lock_acquire_returned(mm, false, true);
        if (!is_reader(mm))
                trace_contention_begin(mm, 2);
}

static inline void mmap_read_lock(struct mm_struct *mm)
{
.:      ask_to_read(mm);
        if (is_reader(mm))
                return;
        /** was granted mmap_lock of {mm} and goes on */
.w:     await(is_reader(mm), UNINTERRUPTIBLE);                  // wait for mmap_lock (read)
        lockdep(mm->mmap_lock, READ, ACQUIRE_QUEUED);
        might_sleep();
        trace_contention_end(mm);
        trace_mmap_lock_acquire_returned(mm, false, true);
}

static inline void mmap_read_unlock(struct mm_struct *mm)
{
        /** gives mmap_lock of {mm} back */
.:      up_read(mm);                                            // mmap_read_unlock
        lockdep(mm->mmap_lock, READ, RELEASE);
        cost(ATOMIC);
        trace_mmap_lock_released(mm, false);
}

/* Goes to killed, without the lock, on a fatal signal. */
static inline void mmap_read_lock_killable(struct mm_struct *mm, label killed)
{
.:      ask_to_read(mm);
        if (is_reader(mm))
                return;
        /** wakes from waiting for mmap_lock of {mm} (1 = reads now, 0 = killed: {is_reader(mm)'}) */
.w:     await(is_reader(mm) || current->pending_kill, KILLABLE);        // wait for mmap_lock (read, killable)
        if (!is_reader(mm))
                give_up(mm);
        lockdep(mm->mmap_lock, READ, ACQUIRE_QUEUED);
        might_sleep();
        trace_contention_end(mm);
        trace_mmap_lock_acquire_returned(mm, false, is_reader(mm));
        if (!is_reader(mm))
                goto killed;
}

static inline void mmap_read_trylock(struct mm_struct *mm, label failed)
{
        /** tries mmap_lock of {mm} without waiting: {is_reader(mm)'} (1 = got it) */
.:      if (!mm->mmap_lock.owner && nobody_waits(mm))           // mmap_read_trylock
                mm->mmap_lock.reader[current] = true;
        lockdep(mm->mmap_lock, READ, TRY);
        cost(ATOMIC);
        trace_mmap_lock_start_locking(mm, false);
        trace_mmap_lock_acquire_returned(mm, false, is_reader(mm));
        if (!is_reader(mm))
                goto failed;
}

static inline void mmap_write_lock(struct mm_struct *mm)
{
        /** asks for mmap_lock of {mm} to write: {is_writer(mm)'} (1 = writes, 0 = queued) */
        /* The writer has to wait for every reader, and from the moment it waits no new reader gets in. */
.:      down_write_or_queue(mm);                                // mmap_write_lock
        lockdep(mm->mmap_lock, WRITE, ACQUIRE_OR_QUEUE);
        cost(ATOMIC);
        trace_mmap_lock_start_locking(mm, true);
        if (is_writer(mm))
                trace_mmap_lock_acquire_returned(mm, true, true);
        if (!is_writer(mm))
                trace_contention_begin(mm, 4);
        if (is_writer(mm))
                return;
        /** the last reader is gone: takes mmap_lock of {mm} to write */
.w:     await(admits_queued_writer(mm), UNINTERRUPTIBLE);       // wait for mmap_lock (write)
        down_write_queued(mm);
        lockdep(mm->mmap_lock, WRITE, ACQUIRE_QUEUED);
        might_sleep();
        trace_contention_end(mm);
        trace_mmap_lock_acquire_returned(mm, true, true);
}

static inline void mmap_write_unlock(struct mm_struct *mm)
{
        /** gives mmap_lock of {mm} back */
.:      up_write(mm);                                           // mmap_write_unlock
        lockdep(mm->mmap_lock, WRITE, RELEASE);
        cost(ATOMIC);
        trace_mmap_lock_released(mm, true);
}
