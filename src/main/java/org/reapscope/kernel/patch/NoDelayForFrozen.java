package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.GroupFields.MM_OF;
import static org.reapscope.kernel.object.GroupFields.REAP_LIST;
import static org.reapscope.kernel.object.GroupFields.REAP_TIMER;
import static org.reapscope.kernel.object.MmFields.MM_USERS;
import static org.reapscope.kernel.object.MmFields.OOM_SKIP;
import static org.reapscope.kernel.object.MmFields.REAP_QUEUED;
import static org.reapscope.kernel.object.TaskFields.CHOSEN;
import static org.reapscope.kernel.object.TaskFields.FROZEN;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.TraceCalls;

/** zhongjinji v5 1/2: the OOM reaper does not wait two seconds for a victim that is frozen. */
public final class NoDelayForFrozen implements KernelPatch {

    private static final String GARBAGE = "uninitialised_stack";
    private static final Field UNINITIALISED = Field.flag("uninitialised_ret");
    private static final Expr VICTIM = CHOSEN.at(Expr.SELF).minus(1);
    private static final Expr MM = GroupFields.mmOf(VICTIM);
    private static final Var SHARER = new Var("delay_sharer", Dim.TASK);
    private static final Var LISTED = new Var("delay_listed", Dim.GROUP);

    @Override
    public String id() {
        return "i";
    }

    @Override
    public String title() {
        return "no oom_reaper delay for a frozen victim";
    }

    @Override
    public String status() {
        return "not merged in this form; the whole victim process is thawed instead";
    }

    @Override
    public String source() {
        return "zhongjinji, v5 1/2, Aug 25 2025";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "As posted, the result is uninitialised when mm_users is above 1 only because of the victim's own threads or of readers: whatever lay on the stack decides.",
                "Reaping at once: a robust futex list may be gone when the victim is thawed.",
                "frozen() is true for the v1 freezer only: for cgroup v2 it changes nothing.");
    }

    @Override
    public List<String> daemons() {
        return List.of(GARBAGE);
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        MicroStep queue = programs.get("out_of_memory").step("O6").toBuilder()
                .title("starts the timer, with 2 s or none")
                .says("hands {0:group} to the oom_reaper (with delay: {1})", VICTIM, shouldDelay())
                .doesNothing()
                .does(Effect.when(REAP_QUEUED.at(MM).eq(0).and(OOM_SKIP.at(MM).eq(0)),
                        REAP_QUEUED.at(MM).set(1),
                        Effect.when(shouldDelay(), List.of(REAP_TIMER.at(VICTIM).set(1)),
                                List.of(REAP_LIST.at(VICTIM).set(Expr.count(LISTED, REAP_LIST.at(LISTED).ne(0)).plus(1))))))
                .traces(TraceCalls.oom("wake_reaper", GroupFields.oomVictimThread(VICTIM)).onlyIf(REAP_LIST.at(VICTIM).ne(0)))
                .build();
        Program garbage = Program.of(GARBAGE, "mm/oom_kill.c").add(
                step("G1", "should_delay_oom_reap").title("the stack slot happens to hold 1")
                        .says("the uninitialised variable will be read as true")
                        .why("The posted code returns a variable that no branch has set in this case.")
                        .does(UNINITIALISED.at().set(1)).costs(Cost.Kind.TRIVIAL)).build();
        MicroStep done = step("O6z", "out_of_memory").title("done").says("has its victim and goes back to the allocation")
                .does(CHOSEN.at(Expr.SELF).set(0)).build();
        return List.of(new Edit.Add(garbage), new Edit.Replace("out_of_memory", "O6", List.of(queue, done)));
    }

    /** The posted should_delay_oom_reap, its bug included. */
    private static Expr shouldDelay() {
        Expr leader = LEADER.at(VICTIM);
        Expr shares = Expr.all(GROUP_OF.at(SHARER).ne(VICTIM), HAS_MM.at(SHARER).ne(0),
                MM_OF.at(GROUP_OF.at(SHARER)).eq(MM_OF.at(VICTIM)));
        Expr anyShares = Expr.exists(SHARER, shares);
        Expr oneNotFrozen = Expr.exists(SHARER, shares.and(FROZEN.at(SHARER).eq(0)));
        Expr byScan = Expr.choose(anyShares, oneNotFrozen, UNINITIALISED.at());
        return Expr.any(HAS_MM.at(leader).eq(0), FROZEN.at(leader).eq(0), MM_USERS.at(MM).gt(1).and(byScan));
    }
}
