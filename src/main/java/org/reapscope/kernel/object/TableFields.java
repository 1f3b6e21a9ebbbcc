package org.reapscope.kernel.object;

import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Bound;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.VmaKind.Pages;

/** Fields of a page-table slot: 2 MiB of addresses, mapped by one page-table page with a lock of its own. */
public final class TableFields {

    /** The VMA it maps. */
    public static final Field VMA_OF = Field.bounded("table.vma", Bound.of(0, Dim.VMA), Dim.TABLE);
    /** Whether there is a page table at all; an empty slot is skipped without a lock. */
    public static final Field PRESENT = Field.flag("table.present", Dim.TABLE);
    /** How many pages it maps to begin with. */
    public static final Field PAGE_COUNT = Field.upTo("table.pages", 512, Dim.TABLE);
    /** Where its pages are: {@link Pages}. */
    public static final Field PAGES = Field.bounded("pages", Bound.of(Pages.GATHERED - 1, Dim.TASK), Dim.TABLE);
    /** Where its pages go when a gather with them is flushed. */
    public static final Field AFTER_FLUSH = Field.upTo("table.after_flush", Pages.KEPT, Dim.TABLE);
    /** Whether its entries go while unmapping, without a gather. */
    public static final Field AT_ONCE = Field.flag("table.at_once", Dim.TABLE);
    /** Its counter of rss_stat, or {@link VmaKind#NO_RSS}. */
    public static final Field RSS_MEMBER = Field.upTo("table.rss_member", VmaKind.NO_RSS, Dim.TABLE);
    /** Its entries are marked accessed, so that unmapping moves file pages on the LRU. */
    public static final Field YOUNG = Field.flag("table.young", Dim.TABLE);
    /** Its pages are dirty file pages: the TLB is flushed under the lock. */
    public static final Field DIRTY = Field.flag("table.dirty", Dim.TABLE);
    /** 0, or one more than the task that unmapped it. */
    public static final Field ZAPPED_BY = Field.optional("zapped_by", Dim.TASK, Dim.TABLE);
    /** 0, or one more than the task that freed its pages. */
    public static final Field FREED_BY = Field.optional("freed_by", Dim.TASK, Dim.TABLE);

    /** The lock of the page-table page (ptlock). */
    public static final SpinLock PTE_LOCK = SpinLock.of("ptlock", Dim.TABLE);

    private static final Var T = new Var("pt", Dim.TABLE);

    private TableFields() {}

    /** Whether the table belongs to the mm. */
    public static Expr belongsTo(Expr table, Expr mm) {
        return VmaFields.VMA_MM.at(VMA_OF.at(table)).eq(mm);
    }

    /** Whether its pages are mapped. */
    public static Expr isMapped(Expr table) {
        return PAGES.at(table).eq(Pages.MAPPED);
    }

    /** Whether its pages are in some gather. */
    public static Expr isGathered(Expr table) {
        return PAGES.at(table).ge(Pages.GATHERED);
    }

    /** Whether its pages are in the gather of the stepping task. */
    public static Expr isGatheredBySelf(Expr table) {
        return PAGES.at(table).eq(Expr.SELF.plus(Pages.GATHERED));
    }

    /** The first slot of an mm, or the number of tables if it has none. */
    public static Expr firstTable(Expr mm) {
        return Expr.first(T, belongsTo(T, mm));
    }

    /** The slot after {@code table} in the mm, or the number of tables if there is none. */
    public static Expr nextTable(Expr mm, Expr table) {
        return Expr.first(T, belongsTo(T, mm).and(T.gt(table)));
    }

    /** Pages in the gather of the stepping task. */
    public static Expr pagesGatheredBySelf() {
        return Expr.sum(T, Expr.choose(isGatheredBySelf(T), PAGE_COUNT.at(T), Expr.of(0)));
    }
}
