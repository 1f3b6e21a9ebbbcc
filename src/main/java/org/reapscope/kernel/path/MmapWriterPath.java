package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.MmFields.MMAP_LOCK;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmapLockSteps;

/**
 * Who takes mmap_lock to write while the process lives, and the 4 ms after which the first waiter is promised the lock.
 * Source: mm/mprotect.c, kernel/locking/rwsem.c.
 */
public final class MmapWriterPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Var FIRST = new Var("first_waiter", Dim.TASK);

    @Override
    public String title() {
        return "a thread changes its VMAs; a waiter is promised the lock";
    }

    @Override
    public List<Program> programs(Profile profile) {
        Expr own = GroupFields.ownMm();
        Expr mm = GroupFields.mmOf(TARGET);
        Expr waits = Expr.exists(FIRST, MMAP_LOCK.place().at(mm, FIRST).eq(1));
        return List.of(
                Program.of("mprotect", "mm/mprotect.c").add(
                        MmapLockSteps.writeLock("N1", "do_mprotect_pkey", own),
                        MmapLockSteps.writeLockWait("N1", "do_mprotect_pkey", own),
                        step("N2", "mprotect_fixup").title("changes a VMA").says("changes a VMA of {0:mm}", own)
                                .costs(Cost.Kind.VMA_WALK),
                        MmapLockSteps.writeUnlock("N3", "do_mprotect_pkey", own)).build(),
                Program.of("rwsem_handoff", "kernel/locking/rwsem.c").add(
                        step("H1", "rwsem_try_write_lock").title("4 ms are over: handoff")
                                .says("the first waiter for mmap_lock of {0:mm} has waited long enough: nobody steals it "
                                        + "any more", mm)
                                .when(waits, Wait.IDLE).does(MMAP_LOCK.handoff().at(mm).set(1))
                                .costs(Cost.Kind.DELAY)).build());
    }
}
