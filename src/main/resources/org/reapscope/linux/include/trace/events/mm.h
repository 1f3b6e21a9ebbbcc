/* Tracepoints of memory. Read from: include/trace/events/kmem.h, tlb.h, mmap.h, oom.h, filemap.h (6.18). */

TRACE_EVENT(kmem, rss_stat, (struct mm_struct *mm, int member))
{
        mm_id = mm_id(mm);
        curr = number(0);
        member = rss_member(member);
        size = pages_as_bytes(rss(mm, member));
}

/* Everything, by this CPU (x86 only). */
TRACE_EVENT(tlb, tlb_flush, (void))
{
        pages = number(-1);
        reason = number(3);
}

TRACE_EVENT(mmap, exit_mmap, (struct mm_struct *mm))
{
        mm = mm(mm);
        mt = mm(mm);
}

TRACE_EVENT(oom, mark_victim, (struct task_struct *task))
{
        pid = pid(task);
}

TRACE_EVENT(oom, wake_reaper, (struct task_struct *task))
{
        pid = pid(task);
}

TRACE_EVENT(oom, start_task_reaping, (struct task_struct *task))
{
        pid = pid(task);
}

TRACE_EVENT(oom, finish_task_reaping, (struct task_struct *task))
{
        pid = pid(task);
}

TRACE_EVENT(oom, skip_task_reaping, (struct task_struct *task))
{
        pid = pid(task);
}

TRACE_EVENT(filemap, mm_filemap_delete_from_page_cache, (struct ptdesc *table))
{
        pfn = table(table);
        order = number(9);
}

TRACE_EVENT(syscalls, sys_enter_process_mrelease, (struct signal_struct *target))
{
        pidfd = number(target + 3);
        flags = number(current->bad_flags);
}

TRACE_EVENT(syscalls, sys_exit_process_mrelease, (errno ret))
{
        ret = errno(ret);
}
