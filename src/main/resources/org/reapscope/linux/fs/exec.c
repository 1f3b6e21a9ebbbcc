/*
 * A process leaves the mm by exec.
 * Read from: fs/exec.c (6.18).
 */

void exec(void)
{
        exec_mmap();
E3:     mmput(own_mm());
        exec_binprm();
}

static void exec_mmap(void)
{
        /** takes its task_lock */
E1:     spin_lock(&current->alloc_lock);                        // task_lock
        cost(SYSCALL);
        /** has a new mm; the old one is {own_mm()} */
E2:     current->has_mm = false;                                // switches to a new mm
        spin_unlock(&current->alloc_lock);
}

static void exec_binprm(void)
{
        /** runs its new program */
E4:     cost(SYSCALL);                                          // runs the new program
        trace_sched_process_exec();
}
