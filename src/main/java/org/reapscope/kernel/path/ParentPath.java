package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.GroupFields.RELEASED;
import static org.reapscope.kernel.object.TaskFields.EXIT_STATE;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TraceCalls;

/** A parent that waits, and what ends a core dump. Source: kernel/exit.c, fs/coredump.c. */
public final class ParentPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Var THREAD = new Var("child_thread", Dim.TASK);

    @Override
    public String title() {
        return "the parent waits and reaps the zombie";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(
                Program.of("wait4", "kernel/exit.c").add(
                        step("V19", "release_task").title("the pid goes")
                                .says("reaps {0:group}: its pid names nothing any more", TARGET)
                                .why("From now on a pidfd of it gives -ESRCH at the look-up, harmlessly.")
                                .when(TaskFields.everyThread(TARGET, THREAD, EXIT_STATE.at(THREAD).ne(0)),
                                        Wait.INTERRUPTIBLE)
                                .does(RELEASED.at(TARGET).set(1)).preempt(Preempt.NO).costs(Cost.Kind.SYSCALL)
                                .traces(TraceCalls.processFree(LEADER.at(TARGET)))).build(),
                Program.of("finish_coredump", "fs/coredump.c").add(
                        step("D1", "coredump_finish").title("the dump is written")
                                .says("has written the core of {0:group} and lets its threads go on", TARGET)
                                .does(GroupFields.COREDUMP.at(TARGET).set(0)).costs(Cost.Kind.DELAY)).build());
    }
}
