/*
 * SIGKILL is sent to a thread group, and a thread of it takes the signal. Left out: other signals than SIGKILL and SIGTERM,
 * queues of signals, ptrace, job control.
 * Read from: kernel/signal.c (6.18).
 */

void kill(struct signal_struct *target)
{
        /** calls kill() on {target} with SIGKILL */
K1:     current->kill_result = PENDING;                         // system call entry
        cost(SYSCALL);
        trace_sys_enter_kill(target);
        group_send_sig_info(target);
        /** kill() returns {current->kill_result} */
K7:     cost(SYSCALL);                                          // return
        trace_sys_exit_kill(current->kill_result);
}

void pidfd_send_signal(struct signal_struct *target)
{
        /** calls pidfd_send_signal() on {target} with SIGKILL */
K1:     current->kill_result = PENDING;                         // system call entry
        cost(SYSCALL);
        trace_sys_enter_pidfd_send_signal(target, 9);
        group_send_sig_info(target);
        /** pidfd_send_signal() returns {current->kill_result} */
K7:     cost(SYSCALL);                                          // return
        trace_sys_exit_pidfd_send_signal(current->kill_result);
}

static void group_send_sig_info(struct signal_struct *target)
{
        /** checks that it may signal {target} */
K2:     if (current->not_permitted) {                           // may it?
                current->kill_result = -EPERM;
                return;
        }
        lock_task_sighand(target);
        __send_signal_locked(target);
        unlock_task_sighand(target);
}

static void lock_task_sighand(struct signal_struct *target)
{
        /** takes siglock of {target} */
        /* If the process was reaped already there is no sighand to lock: -ESRCH. */
K3:     spin_lock(&target->siglock);                            // lock the signal handlers
}

static void unlock_task_sighand(struct signal_struct *target)
{
        /** lets go of siglock */
K6u:    if (!target->released)                                  // unlock
                current->kill_result = 0;
        spin_unlock(&target->siglock);
}

static void __send_signal_locked(struct signal_struct *target)
{
        /** adds SIGKILL to the shared pending set of {target} */
        /* prepare_signal drops a signal to a group that is exiting already, SIGKILL included, unless a core dump is being written. */
K4:     preempt_disable();                                      // queue the signal
        if (target->released) {
                current->kill_result = -ESRCH;
                return;
        }
        if (target->group_exit && !target->core_state)
                goto K6i;
        complete_signal(target);
        /** the kernel traces signal_generate, after the wake-ups it causes */
K6:     preempt_disable();                                      // trace signal_generate
        trace_signal_generate(9, 0, target->leader, TRACE_SIGNAL_DELIVERED);
        return;
        /** {target} is exiting already: the signal is dropped */
K6i:    preempt_disable();                                      // ignored: dying already
        trace_signal_generate(9, 0, target->leader, TRACE_SIGNAL_IGNORED);
}

/* SIGKILL reaches every thread at once, in the sender's context. */
static void complete_signal(struct signal_struct *target)
{
        /** sets SIGNAL_GROUP_EXIT of {target} ({target->group_exit} → {target->group_exit'}) and wakes its threads */
        /* The sender sets the flag, not the victim: process_mrelease is legal as soon as kill() returned, even if no thread of
         * the victim has run since. */
K5:     preempt_disable();                                      // the whole group is to die
        target->group_exit = true;
        for_each_task (t, t->signal == target && !t->exit_state)
                t->pending_kill = true;
        cost(WAKE);
}

/* A signal that the process has a handler for: it is queued, SIGNAL_GROUP_EXIT is not set, and nobody need die. */
void pidfd_send_sigterm(struct signal_struct *target)
{
        /** calls pidfd_send_signal() on {target} with SIGTERM */
T1:     cost(SYSCALL);                                          // system call entry
        trace_sys_enter_pidfd_send_signal(target, 15);
        queue_sigterm(target);
        /** pidfd_send_signal() returns 0 */
T3:     cost(SYSCALL);                                          // return
        trace_sys_exit_pidfd_send_signal(0);
}

static void queue_sigterm(struct signal_struct *target)
{
        /** adds SIGTERM to the shared pending set of {target}, which has a handler for it */
        /* A signal with a handler does not set SIGNAL_GROUP_EXIT: to process_mrelease the process is not dying. */
T2:     stands_in(__send_signal_locked);                        // queue the signal
        trace_signal_generate(15, 0, target->leader, signal_result(target));
}

/* Of a signal that is sent by a step which sets SIGNAL_GROUP_EXIT: ignored if it is set already. */
static inline int signal_result(struct signal_struct *target)
{
        return target->group_exit && !target->core_state ? TRACE_SIGNAL_IGNORED : TRACE_SIGNAL_DELIVERED;
}

static inline bool freezes(void)
{
        return current->signal->freezing && !current->signal->oom_mm;
}

static inline bool traps(void)
{
        return current->signal->freezing_v2 && !current->frozen_v2;
}

void get_signal(void)
{
        exit_to_user_mode_loop();
        /** looks for its signal (pending SIGKILL: {current->pending_kill}; frozen by v1 after this: {current->frozen'}) */
        /* try_to_freeze comes before the signal is looked at, so a thread of a v1-frozen cgroup stays in the refrigerator with
         * SIGKILL pending until somebody thaws it. The v2 freezer tests for group exit first. */
V1:     guard(&current->signal->siglock);                       // takes the signal, or freezes
        if (freezes())
                current->frozen = true;
        current->frozen_v2 = traps() && !current->pending_kill;
        if (!current->frozen && current->pending_kill)
                trace_signal_deliver();
        if (current->frozen || !current->pending_kill)
                goto V0;
}

static void exit_to_user_mode_loop(void)
{
        /** comes back from user space or sleep and has a signal to look at */
        /* How long a woken thread waits for a CPU is the scheduler's free choice: the great unknown of this race. */
V0:     await(!current->frozen && !current->in_d_state && (current->pending_kill || freezes() || traps()), INTERRUPTIBLE);     // gets a CPU
        cost(WAKE);
}
