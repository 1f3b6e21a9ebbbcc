package org.reapscope.kernel.object;

import org.reapscope.kernel.RwLock;
import org.reapscope.kernel.expr.Bound;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;

/** Fields of an address space (mm_struct). */
public final class MmFields {

    /** References that keep the address space: of each thread its own, and of each task the one that it takes as a reader. */
    public static final Field MM_USERS = Field.bounded("mm_users", Bound.of(1, Dim.TASK, Dim.TASK), Dim.MM);
    /** References that keep the struct; all of mm_users together count as one. */
    public static final Field MM_COUNT = Field.bounded("mm_count", Bound.of(3, Dim.TASK, Dim.TASK), Dim.MM);
    /** {@code MMF_OOM_SKIP}. */
    public static final Field OOM_SKIP = Field.flag("MMF_OOM_SKIP", Dim.MM);
    /** {@code MMF_UNSTABLE}. */
    public static final Field UNSTABLE = Field.flag("MMF_UNSTABLE", Dim.MM);
    /** {@code MMF_OOM_REAP_QUEUED}. */
    public static final Field REAP_QUEUED = Field.flag("MMF_OOM_REAP_QUEUED", Dim.MM);
    /** {@code MMF_MULTIPROCESS}; never cleared. */
    public static final Field MULTIPROCESS = Field.flag("MMF_MULTIPROCESS", Dim.MM);
    /** Page tables are freed and the VMA tree is destroyed. */
    public static final Field TORN_DOWN = Field.flag("torn_down", Dim.MM);
    /** 0, or one more than the task that ran exit_mmap. */
    public static final Field TORN_DOWN_BY = Field.optional("torn_down_by", Dim.TASK, Dim.MM);
    /** Memory of it was reaped while a live process used it. */
    public static final Field SHARED_REAP = Field.flag("shared_reap", Dim.MM);
    /** How often a reaper walked it and found nothing left to unmap. */
    public static final Field WASTED_WALK = Field.flag("wasted_walk", Dim.MM);
    /** ksmd or khugepaged works on it, so that the teardown has to wait it out. */
    public static final Field KSM = Field.flag("ksm_or_khugepaged", Dim.MM);

    /** {@code mmap_lock}. */
    public static final RwLock MMAP_LOCK = RwLock.of("mmap_lock", Dim.MM);

    private static final Var TABLE = new Var("t", Dim.TABLE);
    private static final Var WALKER = new Var("walker", Dim.TASK);

    private MmFields() {}

    /** Pages of the mm that are mapped. */
    public static Expr mappedPages(Expr mm) {
        return pages(mm, TableFields.isMapped(TABLE));
    }

    /** Pages of the mm that are unmapped and wait in some mmu_gather to be freed. */
    public static Expr gatheredPages(Expr mm) {
        return pages(mm, TableFields.isGathered(TABLE));
    }

    /** Pages of one rss counter: those mapped, and those that a walker has unmapped but not yet counted off. */
    public static Expr rss(Expr mm, Expr member) {
        Expr uncounted = Expr.exists(WALKER, Expr.all(Expr.at(WALKER, "M7d", "P12d"), TaskFields.AT_TABLE.at(WALKER).eq(TABLE),
                PageTableWalk.ZAPPED_NOW.at(WALKER).ne(0)));
        return pages(mm, TableFields.isMapped(TABLE).or(uncounted).and(TableFields.RSS_MEMBER.at(TABLE).eq(member)));
    }

    /** Whether memory of it is mapped or gathered: what an -ESRCH leaves lying. */
    public static Expr memoryLeft(Expr mm) {
        return Expr.exists(TABLE, Expr.all(TableFields.PRESENT.at(TABLE).ne(0), TableFields.belongsTo(TABLE, mm),
                TableFields.isMapped(TABLE).or(TableFields.isGathered(TABLE))));
    }

    private static Expr pages(Expr mm, Expr where) {
        return Expr.sum(TABLE, Expr.choose(
                Expr.all(TableFields.PRESENT.at(TABLE).ne(0), TableFields.belongsTo(TABLE, mm), where),
                TableFields.PAGE_COUNT.at(TABLE), Expr.of(0)));
    }
}
