package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.TableFields.FREED_BY;
import static org.reapscope.kernel.object.TableFields.PAGES;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TraceCalls;
import org.reapscope.kernel.object.VmaKind.Pages;

/** kswapd: frees clean page cache that nobody maps, when it gets to run. Source: mm/vmscan.c. */
public final class KswapdPath implements KernelPath {

    private static final Var T = new Var("evicted", Dim.TABLE);

    @Override
    public String title() {
        return "kswapd evicts clean page cache";
    }

    @Override
    public List<Program> programs(Profile profile) {
        Expr inCache = TableFields.PRESENT.at(T).ne(0).and(PAGES.at(T).eq(Pages.CACHE));
        Expr low = SystemFields.LOW_WATERMARK.at().eq(0)
                .or(SystemFields.freePages().lt(SystemFields.LOW_WATERMARK.at()));
        Expr cursor = AT_TABLE.at(SELF);
        return List.of(Program.of("kswapd", "mm/vmscan.c").add(
                step("W1", "balance_pgdat").title("wakes: memory is low")
                        .says("wakes: {0} pages are free and {1} only cached", SystemFields.freePages(),
                                SystemFields.cachePages())
                        .why("On whatever CPU it finds, behind whatever it was doing: freeing by kswapd comes later, "
                                + "never at once.")
                        .when(low.and(Expr.exists(T, inCache)), Wait.INTERRUPTIBLE)
                        .does(AT_TABLE.at(SELF).set(Expr.first(T, inCache))).costs(Cost.Kind.WAKE),
                step("W2", "shrink_inactive_list").title("evicts clean pages")
                        .says("evicts the pages of {0:table} from the page cache", cursor)
                        .does(PAGES.at(cursor).set(Pages.FREE), FREED_BY.at(cursor).set(SELF.plus(1)))
                        .costs(Cost.Kind.FREE_PAGE, TableFields.PAGE_COUNT.at(cursor))
                        .traces(TraceCalls.filemapDelete(cursor)),
                step("W3", "kswapd").title("goes on or sleeps").says("looks whether there is more to do")
                        .does(AT_TABLE.at(SELF).set(0)).then("W1")).build());
    }
}
