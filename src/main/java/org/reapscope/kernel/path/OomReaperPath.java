package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.GroupFields.REAP_LIST;
import static org.reapscope.kernel.object.GroupFields.REAP_TIMER;
import static org.reapscope.kernel.object.MmFields.OOM_SKIP;
import static org.reapscope.kernel.object.TaskFields.ATTEMPTS;
import static org.reapscope.kernel.object.TaskFields.CHOSEN;
import static org.reapscope.kernel.object.TaskFields.FAILED;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.MmapLockSteps;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TraceCalls;

/** The oom_reaper thread and the timer that feeds it. Source: mm/oom_kill.c. */
public final class OomReaperPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Var LISTED = new Var("listed", Dim.GROUP);
    private static final Var OTHER = new Var("other_listed", Dim.GROUP);
    private static final Expr VICTIM = CHOSEN.at(SELF).minus(1);
    private static final Expr MM = GroupFields.mmOf(VICTIM);

    @Override
    public String title() {
        return "the oom_reaper frees a victim's memory after two seconds";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(timer(), reaper());
    }

    private static Program timer() {
        Expr skip = OOM_SKIP.at(GroupFields.mmOf(TARGET)).ne(0);
        Expr listed = Expr.count(LISTED, REAP_LIST.at(LISTED).ne(0));
        return Program.of("oom_reaper_timer", "mm/oom_kill.c").add(
                step("O7", "wake_oom_reaper").title("the timer expires")
                        .says("two seconds are over: hands {0:group} to the oom_reaper (MMF_OOM_SKIP {1})", TARGET, skip)
                        .why("If exit_mmap has set MMF_OOM_SKIP by now there is nothing to reap and the timer does "
                                + "nothing.")
                        .when(REAP_TIMER.at(TARGET).ne(0), Wait.IDLE)
                        .does(REAP_TIMER.at(TARGET).set(0),
                                Effect.when(skip.not(), REAP_LIST.at(TARGET).set(listed.plus(1))))
                        .costs(Cost.Kind.DELAY)
                        .traces(TraceCalls.oom("wake_reaper", GroupFields.oomVictimThread(TARGET)).onlyIf(skip.not()))).build();
    }

    private static Program reaper() {
        Expr latest = Expr.first(LISTED, REAP_LIST.at(LISTED).ne(0).and(Expr.forAll(OTHER,
                REAP_LIST.at(OTHER).le(REAP_LIST.at(LISTED)))));
        Expr skip = OOM_SKIP.at(MM).ne(0);
        Expr marked = GroupFields.oomVictimThread(VICTIM);
        Expr mayRetry = ATTEMPTS.at(SELF).lt(SystemFields.MAX_REAP_RETRIES.at());
        Call reap = new Call("O11r", "__oom_reap_task_mm", Map.of("mm", MM));
        return Program.of("oom_reaper", "mm/oom_kill.c").add(
                step("O8", "oom_reaper").title("takes a victim from the list")
                        .says("takes {0:group} from its list", latest)
                        .when(Expr.exists(LISTED, REAP_LIST.at(LISTED).ne(0)), Wait.INTERRUPTIBLE)
                        .does(CHOSEN.at(SELF).set(latest.plus(1)), REAP_LIST.at(VICTIM).set(0)),
                MmapLockSteps.readTrylock("O9", "oom_reap_task_mm", MM, "O9f")
                        .traces(TraceCalls.oom("skip_task_reaping", marked).onlyIf(MmFields.MMAP_LOCK.isReader(MM).not())),
                step("O10", "oom_reap_task_mm").title("MMF_OOM_SKIP?")
                        .says("MMF_OOM_SKIP of {0:mm} is {1}", MM, OOM_SKIP.at(MM))
                        .jump(skip, "O11u")
                        .traces(TraceCalls.oom("skip_task_reaping", marked).onlyIf(skip),
                                TraceCalls.oom("start_task_reaping", marked).onlyIf(skip.not())))
                .call(reap)
                .add(step("O11f", "oom_reap_task_mm").title("one attempt is over")
                                .says("finishes an attempt on {0:group}", VICTIM)
                                .traces(TraceCalls.oom("finish_task_reaping", marked)),
                        MmapLockSteps.readUnlock("O11u", "oom_reap_task_mm", MM).jump(FAILED.at(SELF).eq(0), "O12"),
                        step("O9f", "oom_reap_task").title("sleeps and tries again")
                                .says("could not reap {0:group}: attempt {1}", VICTIM, ATTEMPTS.at(SELF).plus(1))
                                .why("At most ten attempts, a tenth of a second apart; then MMF_OOM_SKIP is set all the "
                                        + "same, so that somebody else can be chosen.")
                                .does(ATTEMPTS.at(SELF).set(Expr.choose(mayRetry, ATTEMPTS.at(SELF).plus(1),
                                        ATTEMPTS.at(SELF))), FAILED.at(SELF).set(0))
                                .jump(mayRetry, "O9").costs(Cost.Kind.DELAY),
                        step("O12", "oom_reap_task").title("MMF_OOM_SKIP")
                                .says("sets MMF_OOM_SKIP of {0:mm}", MM)
                                .does(OOM_SKIP.at(MM).set(1), ATTEMPTS.at(SELF).set(0), CHOSEN.at(SELF).set(0))
                                .then("O8")).build();
    }
}
