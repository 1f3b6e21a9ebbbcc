package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.GroupFields.FREEZING;
import static org.reapscope.kernel.object.GroupFields.FREEZING_V2;
import static org.reapscope.kernel.object.TaskFields.FROZEN;
import static org.reapscope.kernel.object.TaskFields.FROZEN_V2;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.TraceCalls;

/** Whoever freezes and thaws a cgroup, version 1 or 2. Source: kernel/freezer.c, kernel/cgroup/freezer.c. */
public final class FreezerPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Var THREAD = new Var("thawed", Dim.TASK);

    @Override
    public String title() {
        return "the cgroup freezer, v1 and v2";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(
                Program.of("freeze_v1", "kernel/cgroup/legacy_freezer.c").add(
                        step("F1", "freeze_cgroup").title("freezes (v1)")
                                .says("asks every thread of {0:group} to freeze", TARGET)
                                .why("A v1-frozen thread is TASK_FROZEN: SIGKILL stays pending until it is thawed.")
                                .does(FREEZING.at(TARGET).set(1)).costs(Cost.Kind.WAKE)).build(),
                Program.of("thaw_v1", "kernel/cgroup/legacy_freezer.c").add(
                        step("F2", "unfreeze_cgroup").title("thaws (v1)")
                                .says("thaws every thread of {0:group}", TARGET)
                                .does(FREEZING.at(TARGET).set(0), Effect.each(THREAD, GROUP_OF.at(THREAD).eq(TARGET),
                                        FROZEN.at(THREAD).set(0))).costs(Cost.Kind.WAKE)).build(),
                Program.of("freeze_v2", "kernel/cgroup/freezer.c").add(
                        step("F3", "cgroup_do_freeze").title("freezes (v2)")
                                .says("asks every thread of {0:group} to trap", TARGET)
                                .why("A v2-frozen thread sleeps interruptibly and looks for group exit first: SIGKILL "
                                        + "ends it without thaw.")
                                .does(FREEZING_V2.at(TARGET).set(1)).costs(Cost.Kind.WAKE)
                                .traces(TraceCalls.notifyFrozen(TARGET, true))).build(),
                Program.of("thaw_v2", "kernel/cgroup/freezer.c").add(
                        step("F4", "cgroup_do_freeze").title("thaws (v2)")
                                .says("lets every thread of {0:group} go", TARGET)
                                .does(FREEZING_V2.at(TARGET).set(0), Effect.each(THREAD, GROUP_OF.at(THREAD).eq(TARGET),
                                        FROZEN_V2.at(THREAD).set(0))).costs(Cost.Kind.WAKE)
                                .traces(TraceCalls.notifyFrozen(TARGET, false))).build());
    }
}
