/*
 * Whoever freezes and thaws a cgroup of version 2.
 * Read from: kernel/cgroup/freezer.c (6.18).
 */

void freeze_v2(struct signal_struct *target)
{
        /** asks every thread of {target} to trap */
        /* A v2-frozen thread sleeps interruptibly and looks for group exit first: SIGKILL ends it without thaw. */
F3:     stands_in(cgroup_do_freeze);                            // freezes (v2)
        target->freezing_v2 = true;
        cost(WAKE);
        trace_cgroup_notify_frozen(target, true);
}

void thaw_v2(struct signal_struct *target)
{
        /** lets every thread of {target} go */
F4:     stands_in(cgroup_do_freeze);                            // thaws (v2)
        target->freezing_v2 = false;
        for_each_task (t, t->signal == target)
                t->frozen_v2 = false;
        cost(WAKE);
        trace_cgroup_notify_frozen(target, false);
}
