package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.MmFields.KSM;
import static org.reapscope.kernel.object.MmFields.OOM_SKIP;
import static org.reapscope.kernel.object.MmFields.TORN_DOWN;
import static org.reapscope.kernel.object.MmFields.TORN_DOWN_BY;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Phase;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.MmapLockSteps;
import org.reapscope.kernel.object.PageTableWalk;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TraceCalls;
import org.reapscope.kernel.object.VmaFields;

/** The teardown by whoever dropped the last mm_users: __mmput and exit_mmap. Source: kernel/fork.c, mm/mmap.c. */
public final class ExitMmapPath implements KernelPath {

    private static final Expr MM = new Expr.Param("mm");
    private static final Expr NO_TABLE = new Expr.Size(Dim.TABLE);
    private static final Expr NO_VMA = new Expr.Size(Dim.VMA);

    @Override
    public String title() {
        return "the address space is torn down: exit_mmap";
    }

    @Override
    public List<Program> programs(Profile profile) {
        Expr cursor = AT_TABLE.at(SELF);
        Expr empty = VmaFields.firstVma(MM, false).eq(NO_VMA);
        return List.of(Program.of("__mmput", "mm/mmap.c").add(
                step("M1", "exit_aio").title("waits for asynchronous I/O")
                        .says("is the last user of {0:mm}: begins to tear it down", MM)
                        .does(TORN_DOWN_BY.at(MM).set(SELF.plus(1)))
                        .jump(KSM.at(MM).eq(0), "M3").preempt(Preempt.MAY_SLEEP),
                MmapLockSteps.writeLock("M2", "ksm_exit", MM),
                MmapLockSteps.writeLockWait("M2", "ksm_exit", MM),
                MmapLockSteps.writeUnlock("M2u", "khugepaged_exit", MM),
                step("M3", "mmu_notifier_release").title("tells the notifiers").says("tells the mmu notifiers")
                        .preempt(Preempt.MAY_SLEEP),
                MmapLockSteps.readLock("M4", "exit_mmap", MM),
                MmapLockSteps.readLockWait("M4", "exit_mmap", MM),
                step("M5", "exit_mmap").title("first VMA")
                        .says("finds the first VMA of {0:mm}", MM)
                        .jump(empty, "M8").costs(Cost.Kind.VMA_WALK),
                step("M6", "tlb_gather_mmu_fullmm").title("opens one gather for all")
                        .says("opens one mmu_gather for the whole mm")
                        .does(AT_TABLE.at(SELF).set(TableFields.firstTable(MM)))
                        .jump(cursor.eq(NO_TABLE), "M8"))
                .add(PageTableWalk.steps("M7", Phase.EXIT_WALK, MM, TableFields.nextTable(MM, cursor)))
                .add(MmapLockSteps.readUnlock("M8", "exit_mmap", MM).does(AT_TABLE.at(SELF).set(0))
                                .why("From here until MMF_OOM_SKIP is set a reaper can come in and walk it all again."),
                        step("M9", "exit_mmap").title("MMF_OOM_SKIP")
                                .says("sets MMF_OOM_SKIP of {0:mm}", MM)
                                .why("Newcomers leave the mm alone from now on, and the OOM killer may choose somebody "
                                        + "else, although the tail of the gather is not free yet.")
                                .does(Effect.when(empty.not(), OOM_SKIP.at(MM).set(1))),
                        MmapLockSteps.writeLock("M10", "exit_mmap", MM),
                        MmapLockSteps.writeLockWait("M10", "exit_mmap", MM),
                        step("M11", "free_pgtables").title("frees the page tables")
                                .says("unlinks the VMAs and frees the page tables of {0:mm}", MM)
                                .when(VmaFields.noVmaReaders(MM), Wait.UNINTERRUPTIBLE)
                                .does(TORN_DOWN.at(MM).set(1)).preempt(Preempt.MAY_SLEEP)
                                .costs(Cost.Kind.FREE_TABLE, tablesOf()),
                        step("M12", "tlb_finish_mmu").title("the gathered tail is freed")
                                .says("flushes the gather: {0} pages go, {1'} stay gathered",
                                        TableFields.pagesGatheredBySelf(), MmFields.gatheredPages(MM))
                                .does(PageTableWalk.flush())
                                .costs(Cost.Kind.FREE_PAGE, TableFields.pagesGatheredBySelf())
                                .traces(TraceCalls.tlbFlush()),
                        step("M13", "tear_down_vmas").title("drops the files").says("drops the files behind the VMAs")
                                .preempt(Preempt.MAY_SLEEP).costs(Cost.Kind.VMA_WALK),
                        MmapLockSteps.writeUnlock("M14", "exit_mmap", MM).tracesFirst(TraceCalls.exitMmap(MM))
                                .why("The tree is destroyed: nothing of the address space is left."),
                        Mmput.drop("M15", MM)).build());
    }

    private static Expr tablesOf() {
        Expr.Var table = new Expr.Var("own_table", Dim.TABLE);
        return Expr.count(table, TableFields.belongsTo(table, MM).and(TableFields.PRESENT.at(table).ne(0)));
    }
}
