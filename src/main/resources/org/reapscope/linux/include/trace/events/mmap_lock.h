/* Tracepoints of mmap_lock. Read from: include/trace/events/mmap_lock.h, include/trace/events/lock.h (6.18). */

/* The memory cgroup's id turns 1, the root's, once the mm has no owner any more. */
static inline int memcg_id(struct mm_struct *mm)
{
        return exists_task(owner, owner->has_mm && owner->signal->mm == mm) ? 26 : 1;
}

TRACE_EVENT(mmap_lock, mmap_lock_start_locking, (struct mm_struct *mm, bool write))
{
        mm = mm(mm);
        memcg_id = number(memcg_id(mm));
        write = truth(write);
}

TRACE_EVENT(mmap_lock, mmap_lock_acquire_returned, (struct mm_struct *mm, bool write, bool success))
{
        mm = mm(mm);
        memcg_id = number(memcg_id(mm));
        write = truth(write);
        success = truth(success);
}

TRACE_EVENT(mmap_lock, mmap_lock_released, (struct mm_struct *mm, bool write))
{
        mm = mm(mm);
        memcg_id = number(memcg_id(mm));
        write = truth(write);
}

TRACE_EVENT(lock, contention_begin, (struct mm_struct *mm, int flags))
{
        lock_addr = mmap_lock(mm);
        flags = number(flags);
}

TRACE_EVENT(lock, contention_end, (struct mm_struct *mm))
{
        lock_addr = mmap_lock(mm);
        ret = number(0);
}
