/*
 * Whoever writes the core of a process comes to its end.
 * Read from: fs/coredump.c (6.18).
 */

void finish_coredump(struct signal_struct *target)
{
        coredump_finish(target);
}

static void coredump_finish(struct signal_struct *target)
{
        /** has written the core of {target} and lets its threads go on */
D1:     target->core_state = false;                             // the dump is written
        cost(DELAY);
}
