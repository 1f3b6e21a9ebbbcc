package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.GroupFields.GROUP_EXIT;
import static org.reapscope.kernel.object.GroupFields.IS_INIT;
import static org.reapscope.kernel.object.GroupFields.MM_OF;
import static org.reapscope.kernel.object.GroupFields.SIGLOCK;
import static org.reapscope.kernel.object.TaskFields.CHOSEN;
import static org.reapscope.kernel.object.TaskFields.EXIT_STATE;
import static org.reapscope.kernel.object.TaskFields.FAILED;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.KTHREAD;
import static org.reapscope.kernel.object.TaskFields.MRELEASE_RESULT;
import static org.reapscope.kernel.object.TaskFields.PENDING_KILL;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TraceCalls;

/** The programs of the revision, v2 and v3: mmgrab, then the kill, then the reaping, beside exit_mmap. */
final class ReapKillMmgrab {

    private static final Var THREAD = new Var("killed", Dim.TASK);
    private static final Var SHARER = new Var("shared", Dim.GROUP);

    private ReapKillMmgrab() {}

    /** An mm that ever had a CLONE_VM process besides is left alone, and so is the process. */
    static List<Edit> refusingMultiprocess(Programs programs) {
        Expr multiprocess = MmFields.MULTIPROCESS.at(ReapKill.MM).ne(0);
        return List.of(new Edit.Add(ReapKill.killPid(programs)), new Edit.Add(ReapKill.program(ReapKill.PROCESS_MRELEASE,
                ReapKill.mrelease(programs, "P0", "P3"),
                List.of(step("P3m", "process_mrelease").title("MMF_MULTIPROCESS?")
                                .says("MMF_MULTIPROCESS of {0:mm} is {1}", ReapKill.MM, MmFields.MULTIPROCESS.at(ReapKill.MM))
                                .why("Set by clone with CLONE_VM but neither CLONE_THREAD nor CLONE_VFORK, and never cleared.")
                                .jump(multiprocess.not(), "P4").preempt(Preempt.NO).build(),
                        ReapKill.refuse("P6e", ReturnValue.EINVAL, "P17"),
                        ReapKill.mrelease(programs, "P4"),
                        ReapKill.unlock("P6")),
                ReapKill.kill("P16"),
                ReapKill.mrelease(programs, "P7", "P17"))));
    }

    /** Every process that shares the mm is killed; if one cannot be, nothing is reaped. */
    static List<Edit> killingAllSharers(Programs programs) {
        return List.of(new Edit.Add(ReapKill.program(ReapKill.PROCESS_MRELEASE,
                ReapKill.mrelease(programs, "P0", "P4"), List.of(ReapKill.unlock("P6")), killAllSharedMm(),
                ReapKill.mrelease(programs, "P7", "P17"))));
    }

    private static List<Line> killAllSharedMm() {
        Expr none = new Expr.Size(Dim.GROUP);
        Expr chosen = CHOSEN.at(Expr.SELF);
        Expr group = chosen.minus(1);
        Expr failed = FAILED.at(Expr.SELF);
        Expr mayNot = IS_INIT.at(group).ne(0).or(TaskFields.NOT_PERMITTED.at(Expr.SELF).ne(0));
        Expr next = Expr.first(SHARER, sharesMm(SHARER).and(SHARER.ge(chosen)));
        return List.of(
                step("P6a", "kill_all_shared_mm").title("next process that shares the mm")
                        .says("looks for the next process that shares {0:mm}", ReapKill.MM)
                        .does(CHOSEN.at(Expr.SELF).set(Expr.choose(next.eq(none), Expr.of(0), next.plus(1))))
                        .jump(chosen.eq(0), "P6c").costs(Cost.Kind.VMA_WALK).build(),
                step("P6b", "do_send_sig_info").title("SIGKILL")
                        .says("sends SIGKILL to {0:group} (refused: {1})", group, mayNot)
                        .when(SIGLOCK.isFree(group), Wait.SPIN)
                        .locks(SIGLOCK, group, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .does(Effect.when(mayNot, List.of(FAILED.at(Expr.SELF).set(1)), List.of(
                                GROUP_EXIT.at(group).set(1),
                                Effect.each(THREAD, GROUP_OF.at(THREAD).eq(group).and(EXIT_STATE.at(THREAD).eq(0)),
                                        PENDING_KILL.at(THREAD).set(1)))))
                        .then("P6a").costs(Cost.Kind.WAKE).traces(TraceCalls.sigkill(group, TraceCalls.sent(group)).onlyIf(mayNot.not())).build(),
                step("P6c", "process_mrelease").title("could all be killed?")
                        .says("has killed all who share {0:mm} (failed for some: {1})", ReapKill.MM, failed)
                        .does(Effect.when(failed.ne(0), MRELEASE_RESULT.at(Expr.SELF).set(ReturnValue.EBUSY.expr())))
                        .jump(failed.ne(0), "P16").build());
    }

    /** A group with a task that has the mm, kernel threads left out. */
    private static Expr sharesMm(Expr group) {
        return MM_OF.at(group).eq(ReapKill.MM.plus(1)).and(Expr.exists(THREAD, Expr.all(GROUP_OF.at(THREAD).eq(group),
                HAS_MM.at(THREAD).ne(0), KTHREAD.at(THREAD).eq(0))));
    }
}
