package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.VictimChoice;

/**
 * Android's low memory killer: decides by free memory, then one of its pool threads kills and reaps. Source: lmkd
 * reaper.cpp.
 */
public final class LmkdPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");

    @Override
    public String title() {
        return "lmkd decides, kills and reaps";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(Program.of("lmkd_kill", "lmkd/reaper.cpp").add(
                step("L1", "find_and_kill_process").title("under pressure?")
                        .says("memory is short ({0} = enough): {1:group} is next", VictimChoice.enoughFree(), TARGET)
                        .why("lmkd sees free memory only. What dying processes still hold does not count, so it may kill "
                                + "one more than was needed.")
                        .does(Effect.when(VictimChoice.enoughFree().not(), VictimChoice.notePointless(TARGET)))
                        .jump(VictimChoice.enoughFree(), MicroStep.RETURN).costs(Cost.Kind.SYSCALL))
                .call(new Call("L2", "pidfd_send_signal", Map.of("target", TARGET)))
                .call(new Call("L3", "process_mrelease", Map.of("target", TARGET))).build());
    }
}
