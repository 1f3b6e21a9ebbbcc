package org.reapscope.kernel.object;

import static org.reapscope.kernel.object.GroupFields.GROUP_EXIT;
import static org.reapscope.kernel.object.GroupFields.MM_OF;
import static org.reapscope.kernel.object.GroupFields.OOM_EXEMPT;
import static org.reapscope.kernel.object.GroupFields.OOM_VICTIM;
import static org.reapscope.kernel.object.GroupFields.POINTLESS_KILL;
import static org.reapscope.kernel.object.GroupFields.RELEASED;
import static org.reapscope.kernel.object.MmFields.OOM_SKIP;
import static org.reapscope.kernel.object.TaskFields.CHOSEN;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.VmaKind.Pages;

/** Who is to be killed for memory: oom_badness and select_bad_process of mm/oom_kill.c, and whether it was pointless. */
public final class VictimChoice {

    private static final Var CANDIDATE = new Var("candidate", Dim.GROUP);
    private static final Var RIVAL = new Var("rival", Dim.GROUP);
    private static final Var VICTIM = new Var("victim", Dim.GROUP);
    private static final Var DYING = new Var("dying", Dim.GROUP);
    private static final Var PAGE = new Var("page", Dim.TABLE);

    private VictimChoice() {}

    /** Whether what is asked for is free. */
    public static Expr enoughFree() {
        return SystemFields.freePages().ge(SystemFields.DEMAND.at());
    }

    /** Whether an OOM victim without MMF_OOM_SKIP is around, so that nobody else is chosen. */
    public static Expr victimInProgress() {
        return Expr.exists(VICTIM, Expr.all(OOM_VICTIM.at(VICTIM).ne(0), RELEASED.at(VICTIM).eq(0),
                OOM_SKIP.at(GroupFields.mmOf(VICTIM)).eq(0)));
    }

    /** Chooses the eligible group with the most memory, as one more than its index, or 0. */
    public static Effect choose() {
        Expr best = Expr.first(CANDIDATE, eligible(CANDIDATE).and(Expr.forAll(RIVAL,
                eligible(RIVAL).not().or(points(RIVAL).le(points(CANDIDATE))))));
        Expr chosen = CHOSEN.at(Expr.SELF);
        return Effect.when(Expr.exists(CANDIDATE, eligible(CANDIDATE)), CHOSEN.at(Expr.SELF).set(best.plus(1)),
                notePointless(chosen.minus(1)));
    }

    private static Expr eligible(Expr group) {
        return Expr.all(MM_OF.at(group).ne(0), OOM_EXEMPT.at(group).eq(0), OOM_VICTIM.at(group).eq(0),
                TaskFields.someThreadHasMm(group), OOM_SKIP.at(GroupFields.mmOf(group)).eq(0));
    }

    private static Expr points(Expr group) {
        return MmFields.mappedPages(GroupFields.mmOf(group));
    }

    /** Notes that the kill of {@code group} is pointless if those already dying hold as much as is missing. */
    public static Effect notePointless(Expr group) {
        Expr held = TableFields.isMapped(PAGE).or(TableFields.isGathered(PAGE))
                .or(TableFields.PAGES.at(PAGE).eq(Pages.CACHE));
        Expr dying = Expr.exists(DYING, Expr.all(DYING.ne(group), GROUP_EXIT.at(DYING).ne(0),
                MM_OF.at(DYING).eq(VmaFields.VMA_MM.at(TableFields.VMA_OF.at(PAGE)).plus(1))));
        Expr pending = Expr.sum(PAGE, Expr.choose(Expr.all(TableFields.PRESENT.at(PAGE).ne(0), dying, held),
                TableFields.PAGE_COUNT.at(PAGE), Expr.of(0)));
        return Effect.when(pending.plus(SystemFields.freePages()).ge(SystemFields.DEMAND.at()),
                POINTLESS_KILL.at(group).set(1));
    }
}
