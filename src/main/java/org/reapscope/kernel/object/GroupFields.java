package org.reapscope.kernel.object;

import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Bound;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;

/** Fields of a thread group: of its signal_struct, of its pid, and of the cgroup freezer around it. */
public final class GroupFields {

    /** 0, or one more than the mm its threads were created with. */
    public static final Field MM_OF = Field.optional("mm_of", Dim.MM, Dim.GROUP);
    /** The task that leads it. */
    public static final Field LEADER = Field.bounded("leader", Bound.of(0, Dim.TASK), Dim.GROUP);
    /** 0, or one more than the task that is its parent. */
    public static final Field PARENT = Field.optional("parent", Dim.TASK, Dim.GROUP);
    /** {@code SIGNAL_GROUP_EXIT}. */
    public static final Field GROUP_EXIT = Field.flag("SIGNAL_GROUP_EXIT", Dim.GROUP);
    /** {@code signal->live}: threads that have not come to that point of do_exit. */
    public static final Field LIVE = Field.bounded("live", Bound.of(0, Dim.TASK), Dim.GROUP);
    /** A core dump is being written. */
    public static final Field COREDUMP = Field.flag("core_state", Dim.GROUP);
    /** {@code signal->oom_mm} is set: it is an OOM victim. */
    public static final Field OOM_VICTIM = Field.flag("oom_mm", Dim.GROUP);
    /** 0, or one more than the thread that was marked as OOM victim: what the OOM reaper's tracepoints name. */
    public static final Field OOM_VICTIM_THREAD = Field.optional("oom_victim_thread", Dim.TASK, Dim.GROUP);
    /** It must not be chosen by the OOM killer (oom_score_adj -1000, or in vfork). */
    public static final Field OOM_EXEMPT = Field.flag("oom_exempt", Dim.GROUP);
    /** It is the global init process. */
    public static final Field IS_INIT = Field.flag("is_global_init", Dim.GROUP);
    /** Its leader was reaped by the parent: its pid names nothing any more. */
    public static final Field RELEASED = Field.flag("released", Dim.GROUP);
    /** Its cgroup is being frozen by the v1 freezer. */
    public static final Field FREEZING = Field.flag("freezing", Dim.GROUP);
    /** Its cgroup is being frozen by the v2 freezer. */
    public static final Field FREEZING_V2 = Field.flag("freezing_v2", Dim.GROUP);
    /** The timer that hands it to the OOM reaper runs. */
    public static final Field REAP_TIMER = Field.flag("oom_reap_timer", Dim.GROUP);
    /** 0, or its place on the OOM reaper's list; the largest comes first. */
    public static final Field REAP_LIST = Field.bounded("oom_reaper_list", Bound.of(0, Dim.GROUP), Dim.GROUP);
    /** It was chosen as a victim although dying ones still had as much memory as was asked for. */
    public static final Field POINTLESS_KILL = Field.flag("pointless_kill", Dim.GROUP);

    /** {@code sighand->siglock}. */
    public static final SpinLock SIGLOCK = SpinLock.of("siglock", Dim.GROUP);

    private static final Var OTHER = new Var("sharer", Dim.TASK);

    private GroupFields() {}

    /** The mm of a group that has one. */
    public static Expr mmOf(Expr group) {
        return MM_OF.at(group).minus(1);
    }

    /** The mm of the stepping task's group. */
    public static Expr ownMm() {
        return mmOf(TaskFields.selfGroup());
    }

    /** The thread that the OOM killer marked, the leader if none was. */
    public static Expr oomVictimThread(Expr group) {
        return Expr.choose(OOM_VICTIM_THREAD.at(group).eq(0), LEADER.at(group), OOM_VICTIM_THREAD.at(group).minus(1));
    }

    /** Whether the group is on its way out: SIGNAL_GROUP_EXIT, or its only thread is exiting (__task_will_free_mem). */
    public static Expr isDying(Expr group) {
        Var other = new Var("other_thread", Dim.TASK);
        Var thread = new Var("only_thread", Dim.TASK);
        Expr single = Expr.count(other, TaskFields.GROUP_OF.at(other).eq(group)).eq(1);
        return COREDUMP.at(group).eq(0).and(GROUP_EXIT.at(group).ne(0).or(single.and(
                TaskFields.someThread(group, thread, TaskFields.EXITING.at(thread).ne(0)))));
    }

    /** Whether a user task has this mm although its group is not dying. */
    public static Expr hasLiveUser(Expr mm) {
        Expr of = TaskFields.GROUP_OF.at(OTHER);
        return Expr.exists(OTHER, Expr.all(TaskFields.HAS_MM.at(OTHER).ne(0), TaskFields.KTHREAD.at(OTHER).eq(0),
                MM_OF.at(of).eq(mm.plus(1)), isDying(of).not()));
    }

    /** Whether a task outside {@code group} has this mm and its group is not dying. */
    public static Expr hasLiveSharer(Expr group, Expr mm) {
        Expr of = TaskFields.GROUP_OF.at(OTHER);
        return Expr.exists(OTHER, Expr.all(TaskFields.HAS_MM.at(OTHER).ne(0), of.ne(group),
                MM_OF.at(of).eq(mm.plus(1)), isDying(of).not()));
    }
}
