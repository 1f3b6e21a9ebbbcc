/*
 * Whoever freezes and thaws a cgroup of version 1.
 * Read from: kernel/freezer.c, kernel/cgroup/legacy_freezer.c (6.18).
 */

void freeze_v1(struct signal_struct *target)
{
        /** asks every thread of {target} to freeze */
        /* A v1-frozen thread is TASK_FROZEN: SIGKILL stays pending until it is thawed. */
F1:     stands_in(freeze_cgroup);                               // freezes (v1)
        target->freezing = true;
        cost(WAKE);
}

void thaw_v1(struct signal_struct *target)
{
        /** thaws every thread of {target} */
F2:     stands_in(unfreeze_cgroup);                             // thaws (v1)
        target->freezing = false;
        for_each_task (t, t->signal == target)
                t->frozen = false;
        cost(WAKE);
}
