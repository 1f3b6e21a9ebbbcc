package org.reapscope.kernel.object;

import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Bound;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;

/** Fields of a task: of its task_struct, and what it keeps in local variables while it walks. */
public final class TaskFields {

    /** The thread group it belongs to. */
    public static final Field GROUP_OF = Field.bounded("group_of", Bound.of(0, Dim.GROUP), Dim.TASK);
    /** Whether {@code task->mm} is set (to the mm of its group). */
    public static final Field HAS_MM = Field.flag("task.mm", Dim.TASK);
    /** Whether it is a kernel thread that uses an mm. */
    public static final Field KTHREAD = Field.flag("PF_KTHREAD", Dim.TASK);
    /** {@code PF_EXITING}. */
    public static final Field EXITING = Field.flag("PF_EXITING", Dim.TASK);
    /** {@code exit_state}: 0 alive, {@link #ZOMBIE} or {@link #DEAD}. */
    public static final Field EXIT_STATE = Field.upTo("exit_state", 2, Dim.TASK);
    /** SIGKILL is in its private pending set. */
    public static final Field PENDING_KILL = Field.flag("pending_kill", Dim.TASK);
    /** {@code TIF_MEMDIE}. */
    public static final Field MEMDIE = Field.flag("TIF_MEMDIE", Dim.TASK);
    /** In {@code TASK_FROZEN} (freezer of cgroup v1 or power management). */
    public static final Field FROZEN = Field.flag("frozen", Dim.TASK);
    /** {@code task->frozen}: trapped by the cgroup v2 freezer. */
    public static final Field FROZEN_V2 = Field.flag("frozen_v2", Dim.TASK);
    /** In plain uninterruptible sleep, where SIGKILL does not reach it. */
    public static final Field IN_D_STATE = Field.flag("in_d_state", Dim.TASK);
    /** Whether it was the last thread to decrement {@code signal->live}. */
    public static final Field GROUP_DEAD = Field.flag("group_dead", Dim.TASK);
    /** 0, or one more than the page table that maps its robust futex list, or the word that clear_child_tid names. */
    public static final Field ROBUST_LIST = Field.optional("robust_list", Dim.TABLE, Dim.TASK);
    /** Its robust list could not be read at exit: whoever waits for its futexes sleeps for ever. */
    public static final Field FUTEX_LOST = Field.flag("futex_lost", Dim.TASK);
    /** It touched memory that had been reaped under it: SIGBUS. */
    public static final Field SIGBUS = Field.flag("sigbus", Dim.TASK);

    /** {@code task->alloc_lock}. */
    public static final SpinLock TASK_LOCK = SpinLock.of("task_lock", Dim.TASK);

    /** Local: the page table it is at. */
    public static final Field AT_TABLE = Field.optional("at_table", Dim.TABLE, Dim.TASK);
    /** Local: the VMA it is at. */
    public static final Field AT_VMA = Field.optional("at_vma", Dim.VMA, Dim.TASK);
    /** Local: 0, or one more than the task that find_lock_task_mm found for it. */
    public static final Field FOUND = Field.optional("found", Dim.TASK, Dim.TASK);
    /** Local: a VMA could not be reaped. */
    public static final Field FAILED = Field.flag("failed", Dim.TASK);
    /** Local: 0, or one more than the thread group it chose. */
    public static final Field CHOSEN = Field.optional("chosen", Dim.GROUP, Dim.TASK);
    /** Local: how many attempts it has made. */
    public static final Field ATTEMPTS = Field.upTo("attempts", 10, Dim.TASK);
    /** Local: it keeps a reference that it will have to drop. */
    public static final Field HOLDS_REF = Field.flag("holds_ref", Dim.TASK);

    /** Result of its process_mrelease call, an {@link ReturnValue} code. */
    public static final Field MRELEASE_RESULT = Field.upTo("mrelease_result", ReturnValue.MAX, Dim.TASK);
    /** Result of its kill call, an {@link ReturnValue} code. */
    public static final Field KILL_RESULT = Field.upTo("kill_result", ReturnValue.MAX, Dim.TASK);
    /** One of its process_mrelease calls returned 0. */
    public static final Field GOT_OK = Field.flag("got_ok", Dim.TASK);
    /** One of its process_mrelease calls returned -ESRCH. */
    public static final Field GOT_ESRCH = Field.flag("got_esrch", Dim.TASK);
    /** One of its process_mrelease calls returned -EINVAL. */
    public static final Field GOT_EINVAL = Field.flag("got_einval", Dim.TASK);
    /** Its process_mrelease returned -ESRCH while memory of the victim was still mapped or gathered. */
    public static final Field ESRCH_HARMFUL = Field.flag("esrch_harmful", Dim.TASK);
    /** Its process_mrelease call ended while memory of the victim was still there. */
    public static final Field MEMORY_HELD = Field.flag("memory_held_after_mrelease", Dim.TASK);
    /** The flags argument of its process_mrelease call is not 0. */
    public static final Field BAD_FLAGS = Field.flag("bad_flags", Dim.TASK);
    /** Its pidfd argument is not an open pidfd. */
    public static final Field BAD_PIDFD = Field.flag("bad_pidfd", Dim.TASK);
    /** Its kill is not permitted. */
    public static final Field NOT_PERMITTED = Field.flag("not_permitted", Dim.TASK);

    /** {@code EXIT_ZOMBIE} in {@link #EXIT_STATE}. */
    public static final int ZOMBIE = 1;
    /** {@code EXIT_DEAD} in {@link #EXIT_STATE}. */
    public static final int DEAD = 2;

    private static final Var THREAD = new Var("thread", Dim.TASK);

    private TaskFields() {}

    /** The stepping task's thread group. */
    public static Expr selfGroup() {
        return GROUP_OF.at(Expr.SELF);
    }

    /** Whether {@code condition}, over {@code thread}, holds for some thread of the group. */
    public static Expr someThread(Expr group, Var thread, Expr condition) {
        return Expr.exists(thread, GROUP_OF.at(thread).eq(group).and(condition));
    }

    /** Whether {@code condition}, over {@code thread}, holds for every thread of the group. */
    public static Expr everyThread(Expr group, Var thread, Expr condition) {
        return Expr.forAll(thread, GROUP_OF.at(thread).ne(group).or(condition));
    }

    /** Whether some thread of the group has an mm: what find_lock_task_mm looks for. */
    public static Expr someThreadHasMm(Expr group) {
        return someThread(group, THREAD, HAS_MM.at(THREAD).ne(0));
    }

    /** The first thread of the group that has an mm, or the number of tasks if none does. */
    public static Expr firstThreadWithMm(Expr group) {
        return Expr.first(THREAD, GROUP_OF.at(THREAD).eq(group).and(HAS_MM.at(THREAD).ne(0)));
    }
}
