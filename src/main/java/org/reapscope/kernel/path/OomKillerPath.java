package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.GroupFields.GROUP_EXIT;
import static org.reapscope.kernel.object.GroupFields.IS_INIT;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.GroupFields.MM_OF;
import static org.reapscope.kernel.object.GroupFields.OOM_VICTIM;
import static org.reapscope.kernel.object.GroupFields.OOM_VICTIM_THREAD;
import static org.reapscope.kernel.object.GroupFields.REAP_TIMER;
import static org.reapscope.kernel.object.GroupFields.SIGLOCK;
import static org.reapscope.kernel.object.MmFields.MM_COUNT;
import static org.reapscope.kernel.object.MmFields.OOM_SKIP;
import static org.reapscope.kernel.object.MmFields.REAP_QUEUED;
import static org.reapscope.kernel.object.TaskFields.CHOSEN;
import static org.reapscope.kernel.object.TaskFields.FOUND;
import static org.reapscope.kernel.object.TaskFields.FROZEN;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.KTHREAD;
import static org.reapscope.kernel.object.TaskFields.MEMDIE;
import static org.reapscope.kernel.object.TaskFields.PENDING_KILL;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TraceCalls;
import org.reapscope.kernel.object.VictimChoice;

/** The kernel's OOM killer: an allocation that fails chooses and kills a victim. Source: mm/oom_kill.c. */
public final class OomKillerPath implements KernelPath {

    private static final Var THREAD = new Var("oom_thread", Dim.TASK);
    private static final Var SHARER = new Var("oom_sharer", Dim.TASK);
    private static final Expr VICTIM = CHOSEN.at(SELF).minus(1);
    private static final Expr MM = GroupFields.mmOf(VICTIM);
    private static final Expr FOUND_TASK =
            Expr.choose(FOUND.at(SELF).eq(0), LEADER.at(VICTIM), FOUND.at(SELF).minus(1));

    @Override
    public String title() {
        return "the OOM killer chooses, kills and marks a victim";
    }

    @Override
    public List<Program> programs(Profile profile) {
        Expr none = CHOSEN.at(SELF).eq(0);
        Expr noThread = FOUND.at(SELF).eq(0);
        Expr found = TaskFields.firstThreadWithMm(VICTIM);
        Expr nobody = found.eq(new Expr.Size(Dim.TASK));
        return List.of(Program.of("out_of_memory", "mm/oom_kill.c").add(
                step("O0", "select_bad_process").title("chooses a victim")
                        .says("{0} pages are free, {1} are asked for", SystemFields.freePages(),
                                SystemFields.DEMAND.at())
                        .why("As long as a victim without MMF_OOM_SKIP is around nobody else is chosen. A victim with it "
                                + "counts as done, even if its memory is not free yet.")
                        .when(VictimChoice.enoughFree().or(VictimChoice.victimInProgress().not()),
                                Wait.UNINTERRUPTIBLE)
                        .does(Effect.when(VictimChoice.enoughFree().not(), VictimChoice.choose()))
                        .jump(none, MicroStep.RETURN).costs(Cost.Kind.VMA_WALK),
                step("O1", "oom_kill_process").title("is it dying already?")
                        .says("looks whether {0:group} is dying anyway", VICTIM)
                        .jump(ProcessMreleasePath.willFreeMem(VICTIM, MM), "O4"),
                step("O2", "find_lock_task_mm").title("a thread that still has an mm?")
                        .says("looks for a thread of {0:group} with an mm", VICTIM)
                        .when(nobody.or(TASK_LOCK.isFree(found)), Wait.SPIN)
                        .locks(TASK_LOCK, found, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .does(Effect.when(nobody, List.of(CHOSEN.at(SELF).set(0)),
                                List.of(FOUND.at(SELF).set(found.plus(1)),
                                        TASK_LOCK.take(FOUND.at(SELF).minus(1)))))
                        .jump(none, MicroStep.RETURN).preempt(Preempt.NO),
                step("O3", "do_send_sig_info").title("SIGKILL")
                        .says("sends SIGKILL to {0:group}", VICTIM)
                        .when(SIGLOCK.isFree(VICTIM), Wait.SPIN)
                        .locks(SIGLOCK, VICTIM, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .does(killGroup(VICTIM)).preempt(Preempt.NO)
                        .costs(Cost.Kind.WAKE).traces(TraceCalls.sigkill(VICTIM, TraceCalls.sent(VICTIM))),
                markVictim(profile),
                step("O4u", "__oom_kill_process").title("task_unlock").says("lets go of the task_lock")
                        .does(Effect.when(noThread.not(), TASK_LOCK.drop(FOUND.at(SELF).minus(1))),
                                FOUND.at(SELF).set(0))
                        .locks(TASK_LOCK, FOUND_TASK, Lock.Mode.WRITE, Lock.Act.RELEASE),
                killSharers(),
                step("O6", "queue_oom_reaper").title("starts the 2 s timer")
                        .says("starts the timer that hands {0:group} to the oom_reaper", VICTIM)
                        .why("Two seconds of grace, so that the victim's threads can walk their robust futex lists "
                                + "before the memory goes.")
                        .does(Effect.when(REAP_QUEUED.at(MM).eq(0).and(OOM_SKIP.at(MM).eq(0).or(initShares().not())),
                                REAP_QUEUED.at(MM).set(1), REAP_TIMER.at(VICTIM).set(1)),
                                CHOSEN.at(SELF).set(0))).build());
    }

    private static MicroStep.Builder markVictim(Profile profile) {
        MicroStep.Builder mark = step("O4", "mark_oom_victim").title("TIF_MEMDIE, oom_mm, thaw")
                .says("marks {0:group} as OOM victim and thaws " + (profile.thawsWholeProcess() ? "all its threads"
                        : "the marked thread"), VICTIM)
                .does(MEMDIE.at(FOUND_TASK).set(1), OOM_VICTIM_THREAD.at(VICTIM).set(FOUND_TASK.plus(1)),
                        Effect.when(OOM_VICTIM.at(VICTIM).eq(0), OOM_VICTIM.at(VICTIM).set(1),
                                MM_COUNT.at(MM).increment()))
                .preempt(Preempt.NO).traces(TraceCalls.oom("mark_victim", FOUND_TASK));
        return profile.thawsWholeProcess()
                ? mark.does(Effect.each(THREAD, GROUP_OF.at(THREAD).eq(VICTIM), FROZEN.at(THREAD).set(0)))
                : mark.does(FROZEN.at(FOUND_TASK).set(0));
    }

    private static Effect killGroup(Expr group) {
        return Effect.when(Expr.TRUE, GROUP_EXIT.at(group).set(1),
                Effect.each(THREAD, GROUP_OF.at(THREAD).eq(group).and(TaskFields.EXIT_STATE.at(THREAD).eq(0)),
                        PENDING_KILL.at(THREAD).set(1)));
    }

    private static Expr shares() {
        return Expr.all(HAS_MM.at(SHARER).ne(0), GROUP_OF.at(SHARER).ne(VICTIM),
                MM_OF.at(GROUP_OF.at(SHARER)).eq(MM_OF.at(VICTIM)));
    }

    private static Expr initShares() {
        return Expr.exists(SHARER, shares().and(IS_INIT.at(GROUP_OF.at(SHARER)).ne(0)));
    }

    private static MicroStep.Builder killSharers() {
        Expr kill = Expr.all(shares(), KTHREAD.at(SHARER).eq(0), IS_INIT.at(GROUP_OF.at(SHARER)).eq(0));
        return step("O5", "__oom_kill_process").title("kills all who share the mm")
                .says("kills every other process that shares {0:mm}", MM)
                .does(Effect.each(SHARER, kill, killGroup(GROUP_OF.at(SHARER))),
                        Effect.when(initShares(), OOM_SKIP.at(MM).set(1)))
                .costs(Cost.Kind.WAKE)
                .traces(TraceCalls.sigkill(TraceCall.EACH, TraceCalls.sent(TraceCall.EACH))
                        .forEach(Dim.GROUP, Expr.exists(SHARER, kill.and(GROUP_OF.at(SHARER).eq(TraceCall.EACH)))));
    }
}
