package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.MmFields.MM_USERS;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmapLockSteps;

/** Reading /proc/PID/cmdline: mm_users is held while the text is copied out. Source: fs/proc/base.c, mm/memory.c. */
public final class CmdlineReaderPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Expr MM = GroupFields.mmOf(TARGET);
    private static final Expr TASK = LEADER.at(TARGET);

    @Override
    public String title() {
        return "a reader of /proc/PID/cmdline";
    }

    @Override
    public List<Program> programs(Profile profile) {
        Expr none = HAS_MM.at(TASK).eq(0);
        return List.of(Program.of("read_cmdline", "fs/proc/base.c").add(
                step("RC1", "get_task_mm").title("task_lock")
                        .says("takes the task_lock of {0:task}", TASK).acquires(TASK_LOCK, TASK)
                        .costs(Cost.Kind.SYSCALL),
                step("RC1g", "get_task_mm").title("mmget")
                        .says("takes a reference: mm_users of {0:mm} {1} → {1'}", MM, MM_USERS.at(MM))
                        .does(Effect.when(none.not(), MM_USERS.at(MM).increment()))
                        .releases(TASK_LOCK, TASK).jump(none, MicroStep.RETURN),
                MmapLockSteps.readLock("RC2", "__access_remote_vm", MM),
                MmapLockSteps.readLockKillableWait("RC2", "__access_remote_vm", MM, "RC6"),
                step("RC2g", "get_user_page_vma_remote").title("pins one page").says("pins the page with the arguments"),
                MmapLockSteps.readUnlock("RC2u", "__access_remote_vm", MM),
                step("RC3", "copy_to_user").title("copies out, may sleep")
                        .says("copies the command line to its own user space, holding mm_users ({0}) all the while",
                                MM_USERS.at(MM))
                        .why("The copy can fault and sleep. Whatever happens to the victim now, its memory stays until "
                                + "this reader has run again.")
                        .preempt(Preempt.MAY_SLEEP).costs(Cost.Kind.COPY_TO_USER))
                .add(Mmput.lines("RC6", MM)).build());
    }
}
