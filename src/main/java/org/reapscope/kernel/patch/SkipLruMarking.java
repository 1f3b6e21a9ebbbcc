package org.reapscope.kernel.patch;

import static org.reapscope.kernel.object.MmFields.UNSTABLE;
import static org.reapscope.kernel.object.TableFields.PAGE_COUNT;
import static org.reapscope.kernel.object.TableFields.YOUNG;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.VmaFields;

/** April series, patch 2: young exclusive file pages of an unstable mm are not marked accessed. */
public final class SkipLruMarking implements KernelPatch {

    @Override
    public String id() {
        return "m";
    }

    @Override
    public String title() {
        return "no folio_mark_accessed for exclusive file folios when MMF_UNSTABLE is set";
    }

    @Override
    public String status() {
        return "not merged";
    }

    @Override
    public String source() {
        return "mail 20260421230239.172582-3, Apr 21 2026; share of the cost: 20260415 (about 55 % of unmapping)";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Michal Hocko: it breaks page aging, and could apply to any exit.");
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        return List.of(unmarked(programs, "__mmput", "M7"), unmarked(programs, "__oom_reap_task_mm", "P12"));
    }

    /** The same zap, cheaper: a table of young pages in an unstable mm goes the line before the ordinary one. */
    private static Edit unmarked(Programs programs, String program, String walk) {
        MicroStep zap = programs.get(program).step(walk + "c");
        Expr table = AT_TABLE.at(Expr.SELF);
        Expr unstable = UNSTABLE.at(VmaFields.VMA_MM.at(TableFields.VMA_OF.at(table))).ne(0);
        Expr young = YOUNG.at(table).ne(0).and(TableFields.isMapped(table));
        MicroStep choose = MicroStep.step(walk + "c", "zap_present_folio_ptes").title("mark as accessed?")
                .says("{0:table} needs no LRU marking: {1}", table, unstable.and(young))
                .jump(unstable.and(young).not(), walk + "cz").preempt(zap.preempt()).phase(zap.phase()).build();
        MicroStep cheap = rename(zap, walk + "cm").costs(Cost.Kind.ZAP_UNMARKED_PAGE, PAGE_COUNT.at(table))
                .then(walk + "d").build();
        return new Edit.Replace(program, walk + "c", List.of(choose, cheap, rename(zap, walk + "cz").build()));
    }

    private static MicroStep.Builder rename(MicroStep step, String id) {
        MicroStep.Builder renamed = MicroStep.step(id, step.function()).title(step.title()).why(step.why())
                .says(step.words().text(), step.words().values().toArray(Expr[]::new))
                .does(step.effects()).preempt(step.preempt()).phase(step.phase()).costs(step.cost().kind(), step.cost().units());
        step.jumps().forEach(jump -> renamed.jump(jump.when(), jump.to()));
        return renamed;
    }
}
