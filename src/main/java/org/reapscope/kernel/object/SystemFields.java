package org.reapscope.kernel.object;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.VmaKind.Pages;

/** Numbers of the whole system: constants of the scenario, and memory computed from where all pages are. */
public final class SystemFields {

    private static final int MANY = 1 << 20;

    /** Pages free at the start. */
    public static final Field FREE_AT_START = Field.upTo("free_at_start", MANY);
    /** Free pages that somebody asks for. */
    public static final Field DEMAND = Field.upTo("demand", MANY);
    /** kswapd works while fewer pages than this are free. */
    public static final Field LOW_WATERMARK = Field.upTo("low_watermark", MANY);
    /** Pages that fill an mmu_gather so that it is flushed early; 0 for never. */
    public static final Field BATCH_PAGES = Field.upTo("batch_pages", MANY);
    /** {@code CONFIG_BSD_PROCESS_ACCT}: the last thread walks the VMAs for accounting. */
    public static final Field PROCESS_ACCT = Field.flag("CONFIG_BSD_PROCESS_ACCT");
    /** {@code MAX_OOM_REAP_RETRIES}. */
    public static final Field MAX_REAP_RETRIES = Field.upTo("MAX_OOM_REAP_RETRIES", 10);

    private static final Var T = new Var("any_table", Dim.TABLE);

    private SystemFields() {}

    /** Pages that are free now. */
    public static Expr freePages() {
        return FREE_AT_START.at().plus(Expr.sum(T, Expr.choose(TableFields.PRESENT.at(T).ne(0)
                .and(TableFields.PAGES.at(T).eq(Pages.FREE)), TableFields.PAGE_COUNT.at(T), Expr.of(0))));
    }

    /** Pages that are unmapped and only kept by the page cache, clean. */
    public static Expr cachePages() {
        return Expr.sum(T, Expr.choose(TableFields.PRESENT.at(T).ne(0)
                .and(TableFields.PAGES.at(T).eq(Pages.CACHE)), TableFields.PAGE_COUNT.at(T), Expr.of(0)));
    }
}
