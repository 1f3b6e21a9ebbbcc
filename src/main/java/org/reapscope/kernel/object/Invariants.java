package org.reapscope.kernel.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.ModelException;

/**
 * What must hold in every state of every run, whatever is patched. (That no counter falls below zero is not in the list:
 * a step that would do so fails by itself.)
 */
public final class Invariants {

    private static final Var MM = new Var("mm", Dim.MM);
    private static final Var T = new Var("t", Dim.TASK);
    private static final Var TABLE = new Var("table", Dim.TABLE);
    private static final Map<String, Expr> ALL = all();

    private Invariants() {}

    private static Map<String, Expr> all() {
        Map<String, Expr> all = new LinkedHashMap<>();
        Expr hasMm = TaskFields.HAS_MM.at(T).ne(0)
                .and(GroupFields.MM_OF.at(TaskFields.GROUP_OF.at(T)).eq(MM.plus(1)));
        all.put("every thread with an mm holds mm_users", Expr.forAll(MM,
                MmFields.MM_USERS.at(MM).ge(Expr.count(T, hasMm))));
        all.put("mm_users keep mm_count", Expr.forAll(MM, MmFields.MM_USERS.at(MM).eq(0)
                .or(MmFields.MM_COUNT.at(MM).ge(1))));
        all.put("an mmap_lock writer excludes readers", Expr.forAll(MM, MmFields.MMAP_LOCK.noWriter(MM)
                .or(MmFields.MMAP_LOCK.noReaders(MM))));
        all.put("a queue has a first one", Expr.forAll(MM, MmFields.MMAP_LOCK.nobodyWaits(MM)
                .or(Expr.exists(T, MmFields.MMAP_LOCK.place().at(MM, T).eq(1)))));
        all.put("behind readers a writer is first", Expr.forAll(MM, MmFields.MMAP_LOCK.noReaders(MM).or(Expr.forAll(T,
                MmFields.MMAP_LOCK.place().at(MM, T).ne(1).or(MmFields.MMAP_LOCK.wantsWrite().at(MM, T).ne(0))))));
        all.put("who waits does not hold", Expr.forAll(MM, Expr.forAll(T, MmFields.MMAP_LOCK.place().at(MM, T).eq(0)
                .or(MmFields.MMAP_LOCK.readers().at(MM, T).eq(0)))));
        all.put("nothing is torn down while it has users", Expr.forAll(MM, MmFields.TORN_DOWN.at(MM).eq(0)
                .or(MmFields.MM_USERS.at(MM).eq(0))));
        all.put("a page table that is gone is not locked", Expr.forAll(TABLE,
                MmFields.TORN_DOWN.at(VmaFields.VMA_MM.at(TableFields.VMA_OF.at(TABLE))).eq(0)
                        .or(TableFields.PTE_LOCK.isFree(TABLE))));
        all.put("nothing is mapped by page tables that are gone", Expr.forAll(TABLE, Expr.any(
                TableFields.PRESENT.at(TABLE).eq(0),
                MmFields.TORN_DOWN.at(VmaFields.VMA_MM.at(TableFields.VMA_OF.at(TABLE))).eq(0),
                TableFields.isMapped(TABLE).not())));
        all.put("who has gathered pages holds mmap_lock, or has queued for it to finish", Expr.forAll(TABLE,
                TableFields.isGathered(TABLE).not().or(gathererIsAtWork())));
        return all;
    }

    private static Expr gathererIsAtWork() {
        Expr who = TableFields.PAGES.at(TABLE).minus(VmaKind.Pages.GATHERED);
        Expr mm = VmaFields.VMA_MM.at(TableFields.VMA_OF.at(TABLE));
        return Expr.any(MmFields.MMAP_LOCK.readers().at(mm, who).ne(0),
                MmFields.MMAP_LOCK.holder().at(mm).eq(who.plus(1)), MmFields.MMAP_LOCK.place().at(mm, who).ne(0),
                Expr.at(who, "M9", "M10"));
    }

    /**
     * The invariants that do not hold in a state, in words; empty when all is well. An invariant over a field that the
     * machine does not have or keep is left out: build the machine keeping everything to check them all.
     */
    public static List<String> check(Machine machine, long[] state, int offset) {
        List<String> broken = new ArrayList<>();
        ALL.forEach((name, holds) -> {
            try {
                if (machine.value(holds, 0, state, offset) == 0) {
                    broken.add(name);
                }
            } catch (ModelException _) {
                // The machine does not know enough to judge this one; the contract says so.
                return;
            }
        });
        return broken;
    }
}
