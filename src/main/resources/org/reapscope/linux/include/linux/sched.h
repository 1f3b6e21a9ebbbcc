/*
 * What of task_struct and signal_struct the teardown of a killed process reads and writes, and what a task keeps in local
 * variables while it walks. A struct's place is its index; "struct x *member" may be NULL.
 * Read from: include/linux/sched.h, include/linux/sched/signal.h (6.18).
 */

enum { EXIT_ALIVE, EXIT_ZOMBIE, EXIT_DEAD };

struct task_struct {
        struct signal_struct signal as group_of;        // the thread group it belongs to
        bool has_mm as task.mm;                         // task->mm is not NULL
        bool kthread as PF_KTHREAD;                     // a kernel thread that uses an mm
        bool exiting as PF_EXITING;
        int exit_state : EXIT_DEAD;
        bool pending_kill;                              // SIGKILL is in its private pending set
        bool memdie as TIF_MEMDIE;
        bool frozen;                                    // TASK_FROZEN: freezer of cgroup v1
        bool frozen_v2;                                 // trapped by the freezer of cgroup v2
        bool in_d_state;                                // sleeps where SIGKILL does not reach it
        bool group_dead;                                // it was the last to decrement signal->live
        struct ptdesc *robust_list;                     // maps its robust futex list, or the word of clear_child_tid
        bool futex_lost;                                // the list could not be read: a waiter sleeps for ever
        bool sigbus;                                    // touched memory that had been reaped under it
        spinlock_t alloc_lock as task_lock;

        struct ptdesc **at_table;                       // local: the page table it is at
        struct vm_area_struct **at_vma;                 // local: the VMA it is at
        struct task_struct *found;                      // local: what find_lock_task_mm found for it
        bool failed;                                    // local: a VMA could not be reaped
        struct signal_struct *chosen;                   // local: the thread group it chose
        int attempts : 10;                              // local
        bool holds_ref;                                 // local: a reference that it will have to drop
        bool zapped_now;                                // local: unmapped something in this table
        bool zapped_any;                                // local: unmapped something since it took mmap_lock

        errno mrelease_result;
        errno kill_result;
        bool got_ok;                                    // one of its process_mrelease calls returned 0
        bool got_esrch;
        bool got_einval;
        bool esrch_harmful;                             // -ESRCH while memory of the victim was still there
        bool memory_held as memory_held_after_mrelease;
        bool bad_flags;                                 // its flags argument is not 0
        bool bad_pidfd;                                 // its pidfd argument is not an open pidfd
        bool not_permitted;                             // its kill is not permitted
};

struct signal_struct {
        struct mm_struct *mm as mm_of;                  // what its threads were created with
        struct task_struct leader;
        struct task_struct *parent;
        bool group_exit as SIGNAL_GROUP_EXIT;
        int live : nr(task_struct);                     // threads that have not come to that point of do_exit
        bool core_state;                                // a core dump is being written
        bool oom_mm;                                    // signal->oom_mm is set: an OOM victim
        struct task_struct *oom_victim_thread;
        bool oom_exempt;                                // must not be chosen by the OOM killer
        bool is_global_init;
        bool released;                                  // its leader was reaped: its pid names nothing any more
        bool freezing;                                  // its cgroup is being frozen (v1)
        bool freezing_v2;
        bool oom_reap_timer;
        int oom_reaper_list : nr(signal_struct);        // its place, the largest comes first; 0 for none
        bool pointless_kill;
        spinlock_t siglock;
};

static inline struct mm_struct *own_mm(void)
{
        return current->signal->mm;
}

static inline int threads_with_mm(struct signal_struct *group)
{
        return count_task(t, t->signal == group && t->has_mm);
}

static inline bool every_thread_gone(struct signal_struct *group)
{
        return every_task(t, t->signal != group || t->exit_state != EXIT_ALIVE);
}
