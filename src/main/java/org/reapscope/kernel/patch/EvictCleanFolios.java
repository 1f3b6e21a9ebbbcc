package org.reapscope.kernel.patch;

import static org.reapscope.kernel.object.MmFields.UNSTABLE;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;

import java.util.List;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.PageTableWalk;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.VmaFields;
import org.reapscope.kernel.object.VmaKind.Pages;

/** April series, patch 1: clean file folios of an unstable mm leave the page cache with the gather. */
public final class EvictCleanFolios implements KernelPatch {

    private static final Var TABLE = new Var("evicted", Dim.TABLE);

    @Override
    public String id() {
        return "l";
    }

    @Override
    public String title() {
        return "mmu_gather evicts clean file folios when MMF_UNSTABLE is set";
    }

    @Override
    public String status() {
        return "not merged";
    }

    @Override
    public String source() {
        return "mail 20260421230239.172582-2, Apr 21 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Michal Hocko: page cache belongs to no process; why not kswapd?",
                "It hits ordinary OOM reaping, too, since it is keyed on MMF_UNSTABLE.",
                "Refaults of files that others read next.");
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        return List.of(
                flush(programs, "__mmput", "M7g"), flush(programs, "__mmput", "M12"),
                flush(programs, "__oom_reap_task_mm", "P12g"),
                new Edit.Replace("__oom_reap_task_mm", "P13", List.of(evicting(programs, "__oom_reap_task_mm", "P13")
                        .does(AT_TABLE.at(Expr.SELF).set(0)).build())));
    }

    private static Edit flush(Programs programs, String program, String id) {
        return new Edit.Replace(program, id, List.of(evicting(programs, program, id).build()));
    }

    private static MicroStep.Builder evicting(Programs programs, String program, String id) {
        Expr cache = TableFields.AFTER_FLUSH.at(TABLE).eq(Pages.CACHE);
        Expr unstable = UNSTABLE.at(VmaFields.VMA_MM.at(TableFields.VMA_OF.at(TABLE))).ne(0);
        Expr after = Expr.choose(cache.and(unstable), Expr.of(Pages.FREE), TableFields.AFTER_FLUSH.at(TABLE));
        return programs.get(program).step(id).toBuilder()
                .why("mapping_evict_folio: a clean folio that nobody else maps is removed from the page cache and freed with "
                        + "the batch, if the mm is unstable.")
                .doesNothing().does(PageTableWalk.flush(after, TABLE));
    }
}
