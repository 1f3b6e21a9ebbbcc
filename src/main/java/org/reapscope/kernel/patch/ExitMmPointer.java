package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.MmFields.MM_COUNT;
import static org.reapscope.kernel.object.MmFields.MM_USERS;
import static org.reapscope.kernel.object.TaskFields.ESRCH_HARMFUL;
import static org.reapscope.kernel.object.TaskFields.EXIT_STATE;
import static org.reapscope.kernel.object.TaskFields.FOUND;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;
import static org.reapscope.kernel.object.TaskFields.MRELEASE_RESULT;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TaskFields;

/** Jann Horn's {@code task->exit_mm}: the mm stays reachable through a dying task until its pid is released. */
public final class ExitMmPointer implements KernelPatch {

    private static final Field EXIT_MM = Field.flag("task.exit_mm", Dim.TASK);
    private static final Expr TARGET = new Expr.Param("target");
    private static final Var THREAD = new Var("exited_thread", Dim.TASK);

    @Override
    public String id() {
        return "f";
    }

    @Override
    public String title() {
        return "task->exit_mm keeps the mm reachable until the task is freed";
    }

    @Override
    public String status() {
        return "not merged; Linus Torvalds objects to a pointer for callers that could be fixed";
    }

    @Override
    public String source() {
        return "Jann Horn 2020, rebased by Christian Brauner, 20260516-work-exit_mm";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "One mm_struct (not its pages) is pinned for each task_struct until it is freed, zombies included.",
                "The shortcut of task_will_free_mem for mm_users <= 1 must go when the victim itself has left, or a live sharer's "
                        + "memory is reaped.",
                "A reader that pins mm_users still delays the final teardown; the pages go all the same.");
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        Expr own = GroupFields.ownMm();
        MicroStep publish = step("V10.5", "exit_mm").title("task->exit_mm = mm")
                .says("publishes task->exit_mm: mm_count of {0:mm} {1} → {1'}", own, MM_COUNT.at(own))
                .why("Before task->mm is cleared, under the same task_lock: nobody ever sees both of them NULL.")
                .does(MM_COUNT.at(own).increment(), EXIT_MM.at(Expr.SELF).set(1))
                .preempt(Preempt.NO).build();
        Expr dead = EXIT_STATE.at(Expr.SELF).eq(TaskFields.DEAD);
        MicroStep free = programs.get("do_exit").step("V18").toBuilder()
                .does(Effect.when(dead.and(EXIT_MM.at(Expr.SELF).ne(0)), MM_COUNT.at(own).decrement(), EXIT_MM.at(Expr.SELF).set(0)))
                .build();
        MicroStep release = programs.get("wait4").step("V19").toBuilder()
                .does(Effect.each(THREAD, GROUP_OF.at(THREAD).eq(TARGET).and(EXIT_MM.at(THREAD).ne(0)),
                        MM_COUNT.at(GroupFields.mmOf(TARGET)).decrement(), EXIT_MM.at(THREAD).set(0)))
                .build();
        return List.of(
                new Edit.InsertBefore("do_exit", "V11", List.of(publish)),
                new Edit.Replace("do_exit", "V18", List.of(free)),
                new Edit.Replace("wait4", "V19", List.of(release)),
                new Edit.Replace("process_mrelease", "P3", List.of(findLockTaskMm())),
                new Edit.Replace("process_mrelease", "P5", List.of(taskWillFreeMem(programs.get("process_mrelease").step("P5")))));
    }

    /** A victim that has left does not count in mm_users any more, so that one user may be a live sharer: scan then. */
    private static MicroStep taskWillFreeMem(MicroStep base) {
        Expr mm = GroupFields.mmOf(TARGET);
        Expr alone = MM_USERS.at(mm).eq(0).or(MM_USERS.at(mm).eq(1).and(TaskFields.someThreadHasMm(TARGET)));
        Expr free = Expr.all(GroupFields.isDying(TARGET), MmFields.OOM_SKIP.at(mm).eq(0),
                alone.or(GroupFields.hasLiveSharer(TARGET, mm).not()));
        return base.toBuilder()
                .says("is {0:group} dying, and everybody who shares its mm? ({1} = yes)", TARGET, free)
                .why("The mm is passed explicitly. The shortcut for mm_users <= 1 may be taken only while the process itself is "
                        + "that user; else the memory of a live sharer would be reaped.")
                .noJumps().jump(free, "P6").jump(MmFields.OOM_SKIP.at(mm).ne(0), "P6s").build();
    }

    private static MicroStep findLockTaskMm() {
        Expr noTask = new Expr.Size(Dim.TASK);
        Expr withMm = TaskFields.firstThreadWithMm(TARGET);
        Expr withExitMm = Expr.first(THREAD, GROUP_OF.at(THREAD).eq(TARGET).and(EXIT_MM.at(THREAD).ne(0)));
        Expr found = Expr.choose(withMm.eq(noTask), withExitMm, withMm);
        Expr none = found.eq(noTask);
        Expr mm = GroupFields.mmOf(TARGET);
        return step("P3", "find_lock_task_mm").title("a thread that has an mm, or had one?")
                .says("looks for a thread of {0:group} with task->mm, else with task->exit_mm", TARGET)
                .why("The second look is the patch: a thread that has left exit_mm still leads to its mm.")
                .when(none.or(TASK_LOCK.isFree(found)), Wait.SPIN)
                .locks(TASK_LOCK, found, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                .does(Effect.when(none,
                        List.of(MRELEASE_RESULT.at(Expr.SELF).set(ReturnValue.ESRCH.expr()),
                                Effect.when(MmFields.memoryLeft(mm), ESRCH_HARMFUL.at(Expr.SELF).set(1))),
                        List.of(FOUND.at(Expr.SELF).set(found.plus(1)), TASK_LOCK.take(FOUND.at(Expr.SELF).minus(1)))))
                .jump(FOUND.at(Expr.SELF).eq(0), "P17")
                .preempt(Preempt.NO).costs(Cost.Kind.ATOMIC).build();
    }
}
