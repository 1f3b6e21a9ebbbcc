package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.MmFields.UNSTABLE;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.IN_D_STATE;
import static org.reapscope.kernel.object.TaskFields.SIGBUS;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TraceCalls;

/** What processes do that share an mm: use it, leave it by exec. Source: mm/memory.c, fs/exec.c. */
public final class SharerPath implements KernelPath {

    private static final Expr TABLE = new Expr.Param("table");
    private static final Expr MM = GroupFields.ownMm();

    @Override
    public String title() {
        return "a process uses its memory, or leaves the mm by exec";
    }

    @Override
    public List<Program> programs(Profile profile) {
        List<Line> exec = new ArrayList<>(List.of(
                step("E1", "exec_mmap").title("task_lock").says("takes its task_lock").acquires(TASK_LOCK, SELF)
                        .costs(Cost.Kind.SYSCALL).build(),
                step("E2", "exec_mmap").title("switches to a new mm")
                        .says("has a new mm; the old one is {0:mm}", MM)
                        .does(HAS_MM.at(SELF).set(0)).releases(TASK_LOCK, SELF).build()));
        exec.addAll(Mmput.lines("E3", MM));
        exec.add(step("E4", "exec_binprm").title("runs the new program").says("runs its new program")
                .costs(Cost.Kind.SYSCALL).traces(TraceCalls.processExec()).build());
        Expr reaped = UNSTABLE.at(MM).ne(0).and(TableFields.isMapped(TABLE).not());
        return List.of(
                Program.of("touch_memory", "mm/memory.c").add(
                        step("U1", "handle_mm_fault").title("touches memory")
                                .says("touches {0:table} (SIGBUS: {1'})", TABLE, SIGBUS.at(SELF))
                                .why("If a reaper took the page under a live process, the fault does not give a fresh "
                                        + "zero page but SIGBUS.")
                                .does(Effect.when(reaped, SIGBUS.at(SELF).set(1)))).build(),
                Program.of("finish_io", "block/blk-mq.c").add(
                        step("I1", "blk_mq_end_request").title("the I/O is done")
                                .says("wakes {0:task} from its uninterruptible sleep", new Expr.Param("task"))
                                .does(IN_D_STATE.at(new Expr.Param("task")).set(0)).costs(Cost.Kind.DELAY)).build(),
                new Program("exec", "fs/exec.c", exec));
    }
}
