package org.reapscope.analysis.sentence;

/** Where in Linux 6.18 something happens. */
enum Source {
    SCHEDULE("__schedule", "kernel/sched/core.c"),
    TRY_TO_WAKE_UP("try_to_wake_up", "kernel/sched/core.c"),
    TTWU_DO_WAKEUP("ttwu_do_wakeup", "kernel/sched/core.c"),
    WAKE_UP_NEW_TASK("wake_up_new_task", "kernel/sched/core.c"),
    SET_TASK_CPU("set_task_cpu", "kernel/sched/core.c"),
    KERNEL_CLONE("kernel_clone", "kernel/fork.c"),
    COPY_PROCESS("copy_process", "kernel/fork.c"),
    EXEC_BINPRM("exec_binprm", "fs/exec.c"),
    SET_TASK_COMM("__set_task_comm", "fs/exec.c"),
    DO_EXIT("do_exit", "kernel/exit.c"),
    EXIT_MM("exit_mm", "kernel/exit.c"),
    EXIT_NOTIFY("exit_notify", "kernel/exit.c"),
    DO_WAIT("do_wait", "kernel/exit.c"),
    DELAYED_PUT_TASK_STRUCT("delayed_put_task_struct", "kernel/exit.c"),
    SEND_SIGNAL("__send_signal_locked", "kernel/signal.c"),
    GET_SIGNAL("get_signal", "kernel/signal.c"),
    KILL("kill_something_info", "kernel/signal.c"),
    PIDFD_SEND_SIGNAL("pidfd_send_signal", "kernel/signal.c"),
    MARK_OOM_VICTIM("mark_oom_victim", "mm/oom_kill.c"),
    WAKE_OOM_REAPER("wake_oom_reaper", "mm/oom_kill.c"),
    OOM_REAP_TASK_MM("oom_reap_task_mm", "mm/oom_kill.c"),
    REAP_TASK_MM("__oom_reap_task_mm", "mm/oom_kill.c"),
    PROCESS_MRELEASE("process_mrelease", "mm/oom_kill.c"),
    FIND_LOCK_TASK_MM("find_lock_task_mm", "mm/oom_kill.c"),
    TASK_WILL_FREE_MEM("task_will_free_mem", "mm/oom_kill.c"),
    SET_OOM_ADJ("__set_oom_adj", "fs/proc/base.c"),
    RSS_STAT("mm_trace_rss_stat", "mm/memory.c"),
    MMAP_READ_LOCK("mmap_read_lock", "include/linux/mmap_lock.h"),
    MMAP_WRITE_LOCK("mmap_write_lock", "include/linux/mmap_lock.h"),
    MMAP_READ_UNLOCK("mmap_read_unlock", "include/linux/mmap_lock.h"),
    MMAP_WRITE_UNLOCK("mmap_write_unlock", "include/linux/mmap_lock.h"),
    EXIT_MMAP("exit_mmap", "mm/mmap.c"),
    SPIN_SLOWPATH("queued_spin_lock_slowpath", "kernel/locking/qspinlock.c"),
    RWLOCK_READ_SLOWPATH("queued_read_lock_slowpath", "kernel/locking/qrwlock.c"),
    RWLOCK_WRITE_SLOWPATH("queued_write_lock_slowpath", "kernel/locking/qrwlock.c"),
    RWSEM_READ_SLOWPATH("rwsem_down_read_slowpath", "kernel/locking/rwsem.c"),
    RWSEM_WRITE_SLOWPATH("rwsem_down_write_slowpath", "kernel/locking/rwsem.c"),
    MUTEX("__mutex_lock_common", "kernel/locking/mutex.c"),
    FLUSH_TLB("flush_tlb_func", "arch/x86/mm/tlb.c"),
    PAGE_FAULT("exc_page_fault", "arch/x86/mm/fault.c"),
    KSWAPD("kswapd", "mm/vmscan.c"),
    CGROUP_FREEZER("cgroup_do_freeze", "kernel/cgroup/freezer.c"),
    CGROUP_FROZEN("cgroup_update_frozen", "kernel/cgroup/freezer.c"),
    UNKNOWN("", "");

    private final String text;

    Source(String function, String file) {
        text = function.isEmpty() ? "" : function + "()  " + file;
    }

    String text() {
        return text;
    }
}
