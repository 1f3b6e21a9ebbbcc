package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.TaskFields.FOUND;
import static org.reapscope.kernel.object.TaskFields.KILL_RESULT;
import static org.reapscope.kernel.object.TaskFields.MRELEASE_RESULT;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;

/** What the proposals of one call that kills and reaps have in common: pieces of kill and of process_mrelease. */
final class ReapKill {

    /** The process that is meant. */
    static final Expr TARGET = new Expr.Param("target");
    /** Its mm. */
    static final Expr MM = GroupFields.mmOf(TARGET);
    /** The system call with the flag {@code PROCESS_MRELEASE_REAP_KILL}. */
    static final String PROCESS_MRELEASE = "process_mrelease_reap_kill";

    private static final Expr KILLED = KILL_RESULT.at(Expr.SELF);
    private static final Expr LOCKED = FOUND.at(Expr.SELF).minus(1);
    private static final Set<String> INSIDE_KILL = Set.of("K2", "K3", "K4", "K5", "K6", "K6i", "K6u");

    private ReapKill() {}

    /** kill_pid as another system call uses it: no entry, no return, the result left in {@code kill_result}. */
    static Program killPid(Programs programs) {
        List<Line> lines = new ArrayList<>();
        for (Line line : programs.get("kill").lines()) {
            if (line instanceof MicroStep s && s.id().equals("K2")) {
                MicroStep.Builder may = s.toBuilder().noJumps();
                s.jumps().forEach(jump -> may.jump(jump.when(), MicroStep.RETURN));
                lines.add(may.build());
            } else if (INSIDE_KILL.contains(line.id()) || line.id().startsWith("K4.")) {
                lines.add(line);
            }
        }
        return new Program("kill_pid", "kernel/signal.c", lines);
    }

    /** The call of kill_pid, and the step that gives its error back as the result, going to {@code failed}. */
    static List<Line> kill(String failed) {
        return List.of(new Call("P6k", "kill_pid", Map.of("target", TARGET)),
                step("P6r", "process_mrelease").title("did the kill work?")
                        .says("kill_pid returned {0:errno}", KILLED)
                        .does(Effect.when(KILLED.ne(ReturnValue.OK.expr()), MRELEASE_RESULT.at(Expr.SELF).set(KILLED)))
                        .jump(KILLED.ne(ReturnValue.OK.expr()), failed).build());
    }

    /** task_unlock of the thread that find_lock_task_mm found. */
    static MicroStep unlock(String id) {
        return unlockBuilder(id).build();
    }

    /** task_unlock with a result, going to {@code to}. */
    static MicroStep refuse(String id, ReturnValue errno, String to) {
        return unlockBuilder(id).does(MRELEASE_RESULT.at(Expr.SELF).set(errno.expr())).then(to).build();
    }

    private static MicroStep.Builder unlockBuilder(String id) {
        return step(id, "process_mrelease").title("task_unlock").says("lets go of the task_lock of {0:task}", LOCKED)
                .releases(TASK_LOCK, LOCKED).does(FOUND.at(Expr.SELF).set(0));
    }

    /** The lines of process_mrelease from {@code first} to {@code last}, both included. */
    static List<Line> mrelease(Programs programs, String first, String last) {
        Program base = programs.get("process_mrelease");
        return base.lines().subList(base.indexOf(first), base.indexOf(last) + 1);
    }

    /** The line of process_mrelease with this id. */
    static Line mrelease(Programs programs, String id) {
        return mrelease(programs, id, id).getFirst();
    }

    /** A program of these parts. */
    @SafeVarargs
    static Program program(String name, List<? extends Line>... parts) {
        List<Line> lines = new ArrayList<>();
        for (List<? extends Line> part : parts) {
            lines.addAll(part);
        }
        return new Program(name, "mm/oom_kill.c", lines);
    }
}
