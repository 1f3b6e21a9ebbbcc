package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.GroupFields.COREDUMP;
import static org.reapscope.kernel.object.GroupFields.FREEZING;
import static org.reapscope.kernel.object.GroupFields.FREEZING_V2;
import static org.reapscope.kernel.object.GroupFields.GROUP_EXIT;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.GroupFields.LIVE;
import static org.reapscope.kernel.object.GroupFields.OOM_VICTIM;
import static org.reapscope.kernel.object.GroupFields.PARENT;
import static org.reapscope.kernel.object.GroupFields.SIGLOCK;
import static org.reapscope.kernel.object.TaskFields.EXITING;
import static org.reapscope.kernel.object.TaskFields.EXIT_STATE;
import static org.reapscope.kernel.object.TaskFields.FROZEN;
import static org.reapscope.kernel.object.TaskFields.FROZEN_V2;
import static org.reapscope.kernel.object.TaskFields.FUTEX_LOST;
import static org.reapscope.kernel.object.TaskFields.GROUP_DEAD;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.IN_D_STATE;
import static org.reapscope.kernel.object.TaskFields.MEMDIE;
import static org.reapscope.kernel.object.TaskFields.PENDING_KILL;
import static org.reapscope.kernel.object.TaskFields.ROBUST_LIST;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmapLockSteps;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TraceCalls;

/** A thread on its way out: get_signal, do_exit with exit_mm, exit_notify. Source: kernel/signal.c, kernel/exit.c. */
public final class ExitPath implements KernelPath {

    private static final Expr GROUP = TaskFields.selfGroup();
    private static final Expr MM = GroupFields.ownMm();
    private static final Var THREAD = new Var("sibling", Dim.TASK);

    @Override
    public String title() {
        return "a thread dies: get_signal, do_exit, exit_mm";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(getSignal(profile), exitGroup(), doExit(profile));
    }

    private static Program getSignal(Profile profile) {
        Expr exempt = profile.thawsWholeProcess() ? OOM_VICTIM.at(GROUP).ne(0) : MEMDIE.at(SELF).ne(0);
        Expr freezes = FREEZING.at(GROUP).ne(0).and(exempt.not());
        Expr pending = PENDING_KILL.at(SELF).ne(0);
        Expr trap = FREEZING_V2.at(GROUP).ne(0).and(FROZEN_V2.at(SELF).eq(0));
        return Program.of("get_signal", "kernel/signal.c").add(
                step("V0", "exit_to_user_mode_loop").title("gets a CPU")
                        .says("comes back from user space or sleep and has a signal to look at")
                        .why("How long a woken thread waits for a CPU is the scheduler's free choice: the great unknown "
                                + "of this race.")
                        .when(Expr.all(FROZEN.at(SELF).eq(0), IN_D_STATE.at(SELF).eq(0),
                                Expr.any(pending, freezes, trap)), Wait.INTERRUPTIBLE)
                        .costs(Cost.Kind.WAKE),
                step("V1", "get_signal").title("takes the signal, or freezes")
                        .says("looks for its signal (pending SIGKILL: {0}; frozen by v1 after this: {1'})", pending,
                                FROZEN.at(SELF))
                        .why("try_to_freeze comes before the signal is looked at, so a thread of a v1-frozen cgroup "
                                + "stays in the refrigerator with SIGKILL pending until somebody thaws it. The v2 "
                                + "freezer tests for group exit first.")
                        .when(SIGLOCK.isFree(GROUP), Wait.SPIN)
                        .locks(SIGLOCK, GROUP, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .does(Effect.when(freezes, FROZEN.at(SELF).set(1)),
                                FROZEN_V2.at(SELF).set(trap.and(pending.not())))
                        .jump(FROZEN.at(SELF).ne(0).or(pending.not()), "V0")
                        .traces(TraceCalls.deliverKill().onlyIf(FROZEN.at(SELF).eq(0).and(pending)))).build();
    }

    private static Program exitGroup() {
        return Program.of("exit_group", "kernel/exit.c").add(
                step("X1", "do_group_exit").title("lock the signal handlers")
                        .says("begins to exit by itself").acquires(SIGLOCK, GROUP),
                step("X2", "zap_other_threads").title("takes the siblings along")
                        .says("sets SIGNAL_GROUP_EXIT and sends SIGKILL to its sibling threads")
                        .does(GROUP_EXIT.at(GROUP).set(1),
                                Effect.each(THREAD, GROUP_OF.at(THREAD).eq(GROUP), PENDING_KILL.at(THREAD).set(1)))
                        .preempt(Preempt.NO),
                step("X3", "do_group_exit").title("unlock").says("lets go of siglock").releases(SIGLOCK, GROUP)).build();
    }

    private static Program doExit(Profile profile) {
        List<Line> lines = new ArrayList<>();
        beforeExitMm(profile).forEach(b -> lines.add(b.build()));
        exitMm().forEach(b -> lines.add(b.build()));
        lines.addAll(Mmput.lines("V14", MM));
        afterExitMm(profile).forEach(b -> lines.add(b.build()));
        return new Program("do_exit", "kernel/exit.c", lines);
    }

    private static List<MicroStep.Builder> beforeExitMm(Profile profile) {
        Expr last = GROUP_DEAD.at(SELF).ne(0);
        Expr left = HAS_MM.at(SELF).eq(0);
        List<MicroStep.Builder> steps = new ArrayList<>(List.of(
                step("V2", "do_group_exit").title("group is exiting already")
                        .says("sees that its group is exiting and takes the group's exit code")
                        .when(SIGLOCK.isFree(GROUP), Wait.SPIN)
                        .locks(SIGLOCK, GROUP, Lock.Mode.WRITE, Lock.Act.ACQUIRE).preempt(Preempt.NO),
                step("V3", "synchronize_group_exit").title("waits for a core dump")
                        .says("enters do_exit")
                        .when(COREDUMP.at(GROUP).eq(0), Wait.UNINTERRUPTIBLE).preempt(Preempt.MAY_SLEEP),
                step("V4", "exit_signals").title("PF_EXITING")
                        .says("sets PF_EXITING").when(SIGLOCK.isFree(GROUP), Wait.SPIN)
                        .locks(SIGLOCK, GROUP, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .does(EXITING.at(SELF).set(1)).preempt(Preempt.MAY_SLEEP),
                step("V5", "do_exit").title("one thread fewer")
                        .says("threads still to come here: {0} → {0'}", LIVE.at(GROUP))
                        .does(LIVE.at(GROUP).decrement(), GROUP_DEAD.at(SELF).set(LIVE.at(GROUP).eq(0)))
                        .jump(Expr.any(SystemFields.PROCESS_ACCT.at().eq(0), last.not(), left), "V7")
                        .costs(Cost.Kind.ATOMIC),
                MmapLockSteps.readLock("V6", "acct_collect", MM),
                MmapLockSteps.readLockWait("V6", "acct_collect", MM),
                MmapLockSteps.readUnlock("V6u", "acct_collect", MM).costs(Cost.Kind.VMA_WALK)));
        MicroStep.Builder v7 = step("V7", "do_exit").title("accounting").says("goes on to give up its mm")
                .why("Who has executed another program since has left this mm already; its new one is not looked at here.")
                .jump(left, "V15");
        if (profile.exitTraceBeforeExitMm()) {
            v7.traces(TraceCalls.processExit(true));
        }
        steps.add(v7);
        return steps;
    }

    private static List<MicroStep.Builder> exitMm() {
        Expr robust = ROBUST_LIST.at(SELF).minus(1);
        Expr gone = ROBUST_LIST.at(SELF).ne(0).and(TableFields.isMapped(robust).not());
        return List.of(
                step("V8", "exit_mm_release").title("cleans up its futexes")
                        .says("walks its robust futex list in user memory (lost: {0'})", FUTEX_LOST.at(SELF))
                        .why("If a reaper has taken the page before, the read faults, MMF_UNSTABLE makes the fault fail, "
                                + "and whoever waits for a futex of this thread is never woken. The same goes for the word "
                                + "that clear_child_tid names. A parent in vfork is woken here, by vfork_done.")
                        .does(Effect.when(gone, FUTEX_LOST.at(SELF).set(1)))
                        .preempt(Preempt.MAY_SLEEP),
                MmapLockSteps.readLock("V9", "exit_mm", MM),
                MmapLockSteps.readLockWait("V9", "exit_mm", MM),
                step("V10", "exit_mm").title("task_lock")
                        .says("takes its task_lock, interrupts off")
                        .why("find_lock_task_mm takes the same lock: who inspects this thread comes before or after, "
                                + "never in between.")
                        .acquires(TASK_LOCK, SELF),
                step("V11", "exit_mm").title("task->mm = NULL")
                        .says("clears task->mm; threads of its group that still have one: {0'}",
                                Expr.count(THREAD, GROUP_OF.at(THREAD).eq(GROUP).and(HAS_MM.at(THREAD).ne(0))))
                        .why("The last thread that comes here opens the -ESRCH window: from now on nobody can find the "
                                + "mm through the process, although its memory is still there.")
                        .does(HAS_MM.at(SELF).set(0))
                        .releases(TASK_LOCK, SELF).costs(Cost.Kind.ATOMIC),
                MmapLockSteps.readUnlock("V12", "exit_mm", MM),
                step("V13", "mm_update_next_owner").title("looks for a new owner")
                        .says("looks for another owner of the mm"));
    }

    private static List<MicroStep.Builder> afterExitMm(Profile profile) {
        Expr allGone = TaskFields.everyThread(GROUP, THREAD, EXIT_STATE.at(THREAD).ne(0));
        MicroStep.Builder v15 = step("V15", "exit_oom_victim").title("no OOM victim any more")
                .says("clears TIF_MEMDIE if it had it").does(MEMDIE.at(SELF).set(0));
        if (!profile.exitTraceBeforeExitMm()) {
            v15.traces(TraceCalls.processExit(false));
        }
        return List.of(v15,
                step("V16", "exit_files").title("closes files and the rest")
                        .says("gives up files, semaphores, namespaces").preempt(Preempt.MAY_SLEEP)
                        .costs(Cost.Kind.EXIT_WORK),
                step("V17", "exit_notify").title("becomes a zombie")
                        .says("exit_state {0} → {0'} (1 zombie, 2 dead)", EXIT_STATE.at(SELF))
                        .why("A leader stays a zombie until its group is empty and the parent reaps it; other threads "
                                + "are gone at once. Until the reaping the pid still names the process.")
                        .does(EXIT_STATE.at(SELF).set(Expr.choose(LEADER.at(GROUP).eq(SELF),
                                Expr.of(TaskFields.ZOMBIE), Expr.of(TaskFields.DEAD))))
                        .preempt(Preempt.NO)
                        .traces(TraceCalls.sigchld(PARENT.at(GROUP).minus(1))
                                .onlyIf(PARENT.at(GROUP).ne(0).and(allGone))),
                step("V18", "do_task_dead").title("never runs again").says("schedules for the last time")
                        .preempt(Preempt.NO));
    }
}
