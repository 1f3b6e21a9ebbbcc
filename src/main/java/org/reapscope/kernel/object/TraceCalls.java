package org.reapscope.kernel.object;

import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.TraceCall.Arg;
import org.reapscope.kernel.TraceCall.Kind;
import org.reapscope.kernel.expr.Expr;

/**
 * The tracepoints that the paths pass, with the arguments of their formats in tracefs.
 *
 * <p>Not here: {@code sched_switch} and its kin, which follow from who runs when and are the scheduler's to write.
 */
public final class TraceCalls {

    /** {@code TRACE_SIGNAL_DELIVERED}. */
    public static final int DELIVERED = 0;
    /** {@code TRACE_SIGNAL_IGNORED}. */
    public static final int IGNORED = 1;

    private static final int FIRST_PIDFD = 3;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final int SIGCHLD = 17;
    private static final int CLD_KILLED = 2;

    private TraceCalls() {}

    /** A system call begins. */
    public static TraceCall enter(String syscall, Arg... args) {
        return TraceCall.of("syscalls:sys_enter_" + syscall, args);
    }

    /** The pidfd argument of a system call: every process that is signalled or reaped has a number of its own. */
    public static Arg pidfd(Expr group) {
        return Arg.of("pidfd", Kind.NUMBER, group.plus(Expr.of(FIRST_PIDFD)));
    }

    /** A system call returns an errno code. */
    public static TraceCall exit(String syscall, Expr errno) {
        return TraceCall.of("syscalls:sys_exit_" + syscall, Arg.of("ret", Kind.ERRNO, errno));
    }

    /** {@code mmap_lock_start_locking}. */
    public static TraceCall startLocking(Expr mm, boolean write) {
        return TraceCall.of("mmap_lock:mmap_lock_start_locking", mm(mm), memcg(mm), write(write));
    }

    /** {@code mmap_lock_acquire_returned}. */
    public static TraceCall acquireReturned(Expr mm, boolean write, Expr success) {
        return TraceCall.of("mmap_lock:mmap_lock_acquire_returned", mm(mm), memcg(mm), write(write),
                Arg.of("success", Kind.TRUTH, success));
    }

    /** {@code mmap_lock_released}; emitted just before the lock is really given back. */
    public static TraceCall released(Expr mm, boolean write) {
        return TraceCall.of("mmap_lock:mmap_lock_released", mm(mm), memcg(mm), write(write));
    }

    /** {@code contention_begin} of an mmap_lock: 2 is LCB_F_READ, 4 is LCB_F_WRITE. */
    public static TraceCall contentionBegin(Expr mm, boolean write) {
        return TraceCall.of("lock:contention_begin", Arg.of("lock_addr", Kind.MMAP_LOCK, mm),
                Arg.of("flags", Kind.NUMBER, Expr.of(write ? 4 : 2)));
    }

    /** {@code contention_end} of an mmap_lock. */
    public static TraceCall contentionEnd(Expr mm) {
        return TraceCall.of("lock:contention_end", Arg.of("lock_addr", Kind.MMAP_LOCK, mm),
                Arg.of("ret", Kind.NUMBER, Expr.of(0)));
    }

    /** {@code rss_stat} of one counter of an mm, after the change. */
    public static TraceCall rssStat(Expr mm, Expr member) {
        return TraceCall.of("kmem:rss_stat", Arg.of("mm_id", Kind.MM_ID, mm),
                Arg.of("curr", Kind.NUMBER, Expr.of(0)), Arg.of("member", Kind.RSS_MEMBER, member),
                Arg.of("size", Kind.PAGES_AS_BYTES, MmFields.rss(mm, member)));
    }

    /** {@code tlb_flush} of everything (x86 only). */
    public static TraceCall tlbFlush() {
        return TraceCall.of("tlb:tlb_flush", Arg.of("pages", Kind.NUMBER, Expr.of(-1)),
                Arg.of("reason", Kind.NUMBER, Expr.of(3)));
    }

    /** {@code exit_mmap}: the VMA tree of an mm is destroyed. */
    public static TraceCall exitMmap(Expr mm) {
        return TraceCall.of("mmap:exit_mmap", Arg.of("mm", Kind.MM, mm), Arg.of("mt", Kind.MM, mm));
    }

    /** {@code signal_generate} of SIGKILL for a thread group; {@code result} is judged before the step. */
    public static TraceCall sigkill(Expr group, Expr result) {
        return generate(SIGKILL, 0, GroupFields.LEADER.at(group), result);
    }

    /** SIGTERM to the leader of a group. */
    public static TraceCall sigterm(Expr group) {
        return generate(SIGTERM, 0, GroupFields.LEADER.at(group), sent(group));
    }

    /** The result of a signal that is sent by a step which sets SIGNAL_GROUP_EXIT: ignored if it is set already. */
    public static Expr sent(Expr group) {
        return Expr.choose(GroupFields.GROUP_EXIT.at(group).ne(0).and(GroupFields.COREDUMP.at(group).eq(0)),
                Expr.of(IGNORED), Expr.of(DELIVERED));
    }

    /** A process executes another program. */
    public static TraceCall processExec() {
        return TraceCall.of("sched:sched_process_exec", Arg.of("filename", Kind.COMM, Expr.SELF),
                Arg.of("pid", Kind.PID, Expr.SELF), Arg.of("old_pid", Kind.PID, Expr.SELF));
    }

    /** {@code signal_generate} of SIGCHLD for a parent. */
    public static TraceCall sigchld(Expr parent) {
        return generate(SIGCHLD, CLD_KILLED, parent, Expr.of(0));
    }

    private static TraceCall generate(int sig, int code, Expr task, Expr result) {
        return TraceCall.of("signal:signal_generate", Arg.of("sig", Kind.NUMBER, Expr.of(sig)),
                Arg.of("errno", Kind.NUMBER, Expr.of(0)), Arg.of("code", Kind.NUMBER, Expr.of(code)),
                Arg.of("comm", Kind.COMM, task), Arg.of("pid", Kind.PID, task),
                Arg.of("grp", Kind.NUMBER, Expr.of(1)), Arg.before("res", Kind.NUMBER, result));
    }

    /** {@code signal_deliver} of SIGKILL. */
    public static TraceCall deliverKill() {
        return TraceCall.of("signal:signal_deliver", Arg.of("sig", Kind.NUMBER, Expr.of(SIGKILL)),
                Arg.of("errno", Kind.NUMBER, Expr.of(0)), Arg.of("code", Kind.NUMBER, Expr.of(0)),
                Arg.of("sa_handler", Kind.NUMBER, Expr.of(0)), Arg.of("sa_flags", Kind.NUMBER, Expr.of(0)));
    }

    /** {@code sched_process_exit}, with or without group_dead. */
    public static TraceCall processExit(boolean withGroupDead) {
        Arg comm = Arg.of("comm", Kind.COMM, Expr.SELF);
        Arg pid = Arg.of("pid", Kind.PID, Expr.SELF);
        Arg prio = Arg.of("prio", Kind.NUMBER, Expr.of(120));
        return withGroupDead
                ? TraceCall.of("sched:sched_process_exit", comm, pid, prio,
                        Arg.of("group_dead", Kind.TRUTH, TaskFields.GROUP_DEAD.at(Expr.SELF)))
                : TraceCall.of("sched:sched_process_exit", comm, pid, prio);
    }

    /** {@code sched_process_free} of a task. */
    public static TraceCall processFree(Expr task) {
        return TraceCall.of("sched:sched_process_free", Arg.of("comm", Kind.COMM, task),
                Arg.of("pid", Kind.PID, task), Arg.of("prio", Kind.NUMBER, Expr.of(120)));
    }

    /** An event of the OOM killer about one task: {@code mark_victim}, {@code wake_reaper}, ... */
    public static TraceCall oom(String event, Expr task) {
        return TraceCall.of("oom:" + event, Arg.of("pid", Kind.PID, task));
    }

    /** {@code cgroup_notify_frozen} of the cgroup v2 freezer. */
    public static TraceCall notifyFrozen(Expr group, boolean frozen) {
        return TraceCall.of("cgroup:cgroup_notify_frozen", Arg.of("root", Kind.NUMBER, Expr.of(1)),
                Arg.of("id", Kind.TGID, group), Arg.of("level", Kind.NUMBER, Expr.of(1)),
                Arg.of("val", Kind.NUMBER, Expr.of(frozen ? 1 : 0)));
    }

    /** A page-cache folio is removed. */
    public static TraceCall filemapDelete(Expr table) {
        return TraceCall.of("filemap:mm_filemap_delete_from_page_cache", Arg.of("pfn", Kind.TABLE, table),
                Arg.of("order", Kind.NUMBER, Expr.of(9)));
    }

    private static Arg mm(Expr mm) {
        return Arg.of("mm", Kind.MM, mm);
    }

    /** The memory cgroup's id turns 1, the root's, once the mm has no owner any more. */
    private static Arg memcg(Expr mm) {
        Expr.Var task = new Expr.Var("owner", org.reapscope.kernel.expr.Dim.TASK);
        Expr owned = Expr.exists(task, TaskFields.HAS_MM.at(task).ne(0)
                .and(GroupFields.MM_OF.at(TaskFields.GROUP_OF.at(task)).eq(mm.plus(1))));
        return Arg.of("memcg_id", Kind.NUMBER, Expr.choose(owned, Expr.of(26), Expr.of(1)));
    }

    private static Arg write(boolean write) {
        return Arg.of("write", Kind.TRUTH, Expr.of(write ? 1 : 0));
    }
}
