package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.MmFields.SHARED_REAP;
import static org.reapscope.kernel.object.MmFields.UNSTABLE;
import static org.reapscope.kernel.object.MmFields.WASTED_WALK;
import static org.reapscope.kernel.object.PageTableWalk.ZAPPED_ANY;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;
import static org.reapscope.kernel.object.TaskFields.AT_VMA;
import static org.reapscope.kernel.object.TaskFields.FAILED;
import static org.reapscope.kernel.object.VmaFields.NOTIFIER_BLOCKS;
import static org.reapscope.kernel.object.VmaFields.REAPABLE;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Phase;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.PageTableWalk;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TraceCalls;
import org.reapscope.kernel.object.VmaFields;

/**
 * What process_mrelease and the oom_reaper thread share: __oom_reap_task_mm, called with mmap_lock held for reading.
 * Leaves in {@code failed} whether a VMA had to be left. Source: mm/oom_kill.c.
 */
public final class OomReapPath implements KernelPath {

    private static final Expr MM = new Expr.Param("mm");
    private static final Expr NO_TABLE = new Expr.Size(Dim.TABLE);
    private static final Expr NO_VMA = new Expr.Size(Dim.VMA);

    @Override
    public String title() {
        return "memory is reaped VMA by VMA: __oom_reap_task_mm";
    }

    @Override
    public List<Program> programs(Profile profile) {
        boolean reverse = profile.reverseWalk();
        Expr vma = AT_VMA.at(SELF);
        Expr cursor = AT_TABLE.at(SELF);
        return List.of(Program.of("__oom_reap_task_mm", "mm/oom_kill.c").add(
                step("P9", "__oom_reap_task_mm").title("MMF_UNSTABLE")
                        .says("sets MMF_UNSTABLE of {0:mm} and starts at {1':vma}", MM, vma)
                        .why("From here a user fault in this mm gets SIGBUS instead of a fresh zero page.")
                        .does(UNSTABLE.at(MM).set(1),
                                Effect.when(GroupFields.hasLiveUser(MM), SHARED_REAP.at(MM).set(1)),
                                AT_VMA.at(SELF).set(VmaFields.firstVma(MM, reverse)))
                        .jump(vma.eq(NO_VMA), "P14e"),
                step("P10", "__oom_reap_task_mm").phase(Phase.REAP).title("next VMA")
                        .says("comes to {0:vma} (reapable: {1})", vma, REAPABLE.at(vma))
                        .why(reverse ? "From the highest address down, while exit_mmap goes up: they meet once."
                                : "From the lowest address up, as exit_mmap does: they run into each other all the way.")
                        .jump(REAPABLE.at(vma).eq(0), "P14").costs(Cost.Kind.VMA_WALK),
                step("P11", "tlb_gather_mmu").phase(Phase.REAP).title("opens a gather for this VMA")
                        .says("opens an mmu_gather for {0:vma}", vma)
                        .does(Effect.when(NOTIFIER_BLOCKS.at(vma).ne(0), List.of(FAILED.at(SELF).set(1)),
                                List.of(AT_TABLE.at(SELF).set(VmaFields.firstTableOf(vma)))))
                        .jump(NOTIFIER_BLOCKS.at(vma).ne(0), "P14").jump(cursor.eq(NO_TABLE), "P13"))
                .add(PageTableWalk.steps("P12", Phase.REAP_WALK, MM, VmaFields.nextTableOf(vma, cursor)))
                .add(step("P13", "tlb_finish_mmu").phase(Phase.REAP).title("the pages of this VMA are freed")
                                .says("flushes its gather: {0} pages of {1:vma} go", TableFields.pagesGatheredBySelf(), vma)
                                .does(PageTableWalk.flush(), AT_TABLE.at(SELF).set(0))
                                .costs(Cost.Kind.FREE_PAGE, TableFields.pagesGatheredBySelf())
                                .traces(TraceCalls.tlbFlush()),
                        step("P14", "__oom_reap_task_mm").phase(Phase.REAP).title("on to the next VMA").says("is done with {0:vma}", vma)
                                .does(AT_VMA.at(SELF).set(VmaFields.nextVma(MM, vma, reverse)))
                                .jump(vma.ne(NO_VMA), "P10"),
                        step("P14e", "__oom_reap_task_mm").phase(Phase.REAP).title("all VMAs visited")
                                .says("has visited every VMA of {0:mm}", MM)
                                .does(AT_VMA.at(SELF).set(0), Effect.when(ZAPPED_ANY.at(SELF).eq(0),
                                        WASTED_WALK.at(MM).set(1)), ZAPPED_ANY.at(SELF).set(0))).build());
    }
}
