package org.reapscope.kernel.object;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.TableFields.AFTER_FLUSH;
import static org.reapscope.kernel.object.TableFields.AT_ONCE;
import static org.reapscope.kernel.object.TableFields.DIRTY;
import static org.reapscope.kernel.object.TableFields.PAGES;
import static org.reapscope.kernel.object.TableFields.PAGE_COUNT;
import static org.reapscope.kernel.object.TableFields.PRESENT;
import static org.reapscope.kernel.object.TableFields.PTE_LOCK;
import static org.reapscope.kernel.object.TableFields.RSS_MEMBER;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;

import java.util.List;
import java.util.stream.Stream;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Phase;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.VmaKind.Pages;

/**
 * The walk that unmaps page tables one after the other, upwards, as exit_mmap and the reapers share it (zap_pmd_range and
 * below, mm/memory.c), and what flushing an mmu_gather does with the pages.
 */
public final class PageTableWalk {

    /** Local: the walker unmapped something in the table it is at. */
    public static final Field ZAPPED_NOW = Field.flag("zapped_now", Dim.TASK);
    /** Local: the walker unmapped something since it took mmap_lock. */
    public static final Field ZAPPED_ANY = Field.flag("zapped_any", Dim.TASK);

    private static final Var T = new Var("flushed", Dim.TABLE);
    private static final Expr CUR = AT_TABLE.at(Expr.SELF);

    private PageTableWalk() {}

    /**
     * The steps of the walk, called {@code prefix} plus a letter from a to h. It begins at the table in
     * {@link TaskFields#AT_TABLE} and falls off its end when {@code next} finds no further one.
     *
     * @param mm the mm that is walked
     * @param phase what the walk is part of
     * @param next the slot after the current one, or the number of tables
     */
    public static List<MicroStep> steps(String prefix, Phase phase, Expr mm, Expr next) {
        Expr none = new Expr.Size(Dim.TABLE);
        return Stream.of(
                step(prefix + "a", "zap_pmd_range").title("next 2 MiB slot")
                        .says("looks at {0:table}", CUR)
                        .jump(PRESENT.at(CUR).eq(0), prefix + "h").build(),
                step(prefix + "b", "pte_offset_map_lock").title("lock the page table")
                        .says("takes the lock of page table {0:table}", CUR)
                        .why("One spinlock for each 2 MiB page-table page. Two walkers that go the same way meet at one "
                                + "table after the other; walkers from opposite ends meet once.")
                        .acquires(PTE_LOCK, CUR).costs(Cost.Kind.ATOMIC).build(),
                zap(prefix),
                step(prefix + "d", "add_mm_rss_vec").title("count the pages off")
                        .says("rss counter of {0:mm} is now {1'} pages", mm, MmFields.rss(mm, RSS_MEMBER.at(CUR)))
                        .preempt(Preempt.NO)
                        .jump(DIRTY.at(CUR).eq(0).or(ZAPPED_NOW.at(Expr.SELF).eq(0)), prefix + "f")
                        .traces(TraceCalls.rssStat(mm, RSS_MEMBER.at(CUR))
                                .onlyIf(ZAPPED_NOW.at(Expr.SELF).ne(0).and(RSS_MEMBER.at(CUR).ne(VmaKind.NO_RSS)))).build(),
                step(prefix + "e", "tlb_flush_mmu_tlbonly").title("flush the TLB under the lock")
                        .says("flushes the TLB before it lets go: dirty file pages")
                        .preempt(Preempt.NO).costs(Cost.Kind.TLB_FLUSH).traces(TraceCalls.tlbFlush()).build(),
                step(prefix + "f", "pte_unmap_unlock").title("unlock the page table")
                        .says("lets go of page table {0:table}", CUR)
                        .releases(PTE_LOCK, CUR)
                        .jump(batchFull().not(), prefix + "h").build(),
                step(prefix + "g", "tlb_flush_mmu").title("batch full: flush and free")
                        .says("the gather is full: flushes and gives {0} pages back", TableFields.pagesGatheredBySelf())
                        .does(flush(AFTER_FLUSH.at(T), T))
                        .costs(Cost.Kind.FREE_PAGE, TableFields.pagesGatheredBySelf())
                        .traces(TraceCalls.tlbFlush()).build(),
                step(prefix + "h", "zap_pmd_range").title("cond_resched, next")
                        .says("goes on")
                        .does(AT_TABLE.at(Expr.SELF).set(next))
                        .jump(CUR.ne(none), prefix + "a").build()).map(step -> step.toBuilder().phase(phase).build()).toList();
    }

    private static MicroStep zap(String prefix) {
        Expr mapped = TableFields.isMapped(CUR);
        return step(prefix + "c", "zap_present_ptes").title("unmap up to 512 pages")
                .says("unmaps {0} pages of {1:table}", Expr.choose(mapped, PAGE_COUNT.at(CUR), Expr.of(0)), CUR)
                .why("Unmapped is not free: the pages wait in this walker's mmu_gather until it is flushed.")
                .does(ZAPPED_NOW.at(Expr.SELF).set(mapped),
                        Effect.when(mapped,
                                ZAPPED_ANY.at(Expr.SELF).set(1),
                                TableFields.ZAPPED_BY.at(CUR).set(Expr.SELF.plus(1)),
                                PAGES.at(CUR).set(Expr.choose(AT_ONCE.at(CUR).ne(0), AFTER_FLUSH.at(CUR),
                                        Expr.SELF.plus(Pages.GATHERED)))))
                .preempt(Preempt.NO)
                .costs(Cost.Kind.ZAP_PAGE, Expr.choose(mapped, PAGE_COUNT.at(CUR), Expr.of(0))).build();
    }

    /** Whether the stepping task's gather is full. */
    public static Expr batchFull() {
        return SystemFields.BATCH_PAGES.at().ne(0)
                .and(TableFields.pagesGatheredBySelf().ge(SystemFields.BATCH_PAGES.at()));
    }

    /** Flushes the stepping task's gather: its pages go where the kernel sends them. */
    public static Effect flush() {
        return flush(AFTER_FLUSH.at(T), T);
    }

    /**
     * Flushes the stepping task's gather.
     *
     * @param after where the pages of a table go ({@link Pages}), over {@code table}
     */
    public static Effect flush(Expr after, Var table) {
        return Effect.each(table, TableFields.isGatheredBySelf(table),
                Effect.when(after.eq(Pages.FREE), TableFields.FREED_BY.at(table).set(Expr.SELF.plus(1))),
                PAGES.at(table).set(after));
    }
}
