/* Tracepoints of signals and of system calls. Read from: include/trace/events/signal.h, include/trace/events/sched.h (6.18). */

enum { TRACE_SIGNAL_DELIVERED, TRACE_SIGNAL_IGNORED };

TRACE_EVENT(signal, signal_generate, (int sig, int code, struct task_struct *task, int result))
{
        sig = number(sig);
        errno = number(0);
        code = number(code);
        comm = comm(task);
        pid = pid(task);
        grp = number(1);
        res = before(number(result));
}

TRACE_EVENT(signal, signal_deliver, (void))
{
        sig = number(9);
        errno = number(0);
        code = number(0);
        sa_handler = number(0);
        sa_flags = number(0);
}

TRACE_EVENT(sched, sched_process_exit, (void))
{
        comm = comm(current);
        pid = pid(current);
        prio = number(120);
        group_dead = truth(current->group_dead);
}

TRACE_EVENT(syscalls, sys_enter_kill, (struct signal_struct *target))
{
        pid = tgid(target);
        sig = number(9);
}

/* Every process that is signalled or reaped has a pidfd of its own, from 3 on. */
TRACE_EVENT(syscalls, sys_enter_pidfd_send_signal, (struct signal_struct *target, int sig))
{
        pidfd = number(target + 3);
        sig = number(sig);
        info = number(0);
        flags = number(0);
}

TRACE_EVENT(syscalls, sys_exit_kill, (errno ret))
{
        ret = errno(ret);
}

TRACE_EVENT(syscalls, sys_exit_pidfd_send_signal, (errno ret))
{
        ret = errno(ret);
}

TRACE_EVENT(sched, sched_process_free, (struct task_struct *task))
{
        comm = comm(task);
        pid = pid(task);
        prio = number(120);
}

TRACE_EVENT(sched, sched_process_exec, (void))
{
        filename = comm(current);
        pid = pid(current);
        old_pid = pid(current);
}

TRACE_EVENT(cgroup, cgroup_notify_frozen, (struct signal_struct *group, bool frozen))
{
        root = number(1);
        id = tgid(group);
        level = number(1);
        val = number(frozen);
}
