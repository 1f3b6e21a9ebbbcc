package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.MmFields.MM_USERS;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.path.Mmput;

/** The program of v1 (April 21 2026): mmget, then kill_pid; exit_mmap cannot begin before the reaper lets go. */
final class ReapKillMmget {

    private ReapKillMmget() {}

    /**
     * The edits.
     *
     * @param unstableFirst as the changelog says, MMF_UNSTABLE is set before the kill; the posted code does not
     */
    static List<Edit> edits(Programs programs, boolean unstableFirst) {
        Expr mm = ReapKill.MM;
        Expr reap = Expr.all(GroupFields.COREDUMP.at(ReapKill.TARGET).eq(0),
                MM_USERS.at(mm).le(1).or(GroupFields.hasLiveSharer(ReapKill.TARGET, mm).not()));
        MicroStep.Builder get = step("P5g", "mmget").title("keeps the address space")
                .says("mm_users of {0:mm} {1} → {1'}", mm, MM_USERS.at(mm))
                .why("exit_mmap cannot begin before this reference is dropped: no page-table lock is fought over, nothing "
                        + "runs in parallel, and if the victim is gone by then the reaper tears down.")
                .does(MM_USERS.at(mm).increment()).preempt(Preempt.NO);
        if (unstableFirst) {
            get.does(MmFields.UNSTABLE.at(mm).set(1));
        }
        List<Line> lines = new ArrayList<>(ReapKill.mrelease(programs, "P0", "P3"));
        lines.add(step("P5", "task_will_free_mem").title("is everybody else who shares the mm dying?")
                .says("would killing {0:group} free the mm? ({1} = yes)", ReapKill.TARGET, reap)
                .jump(reap, "P5g").preempt(Preempt.NO).build());
        lines.add(ReapKill.refuse("P6e", ReturnValue.EINVAL, "P17"));
        lines.add(get.build());
        lines.add(ReapKill.unlock("P6"));
        lines.addAll(ReapKill.kill("P16"));
        lines.addAll(ReapKill.mrelease(programs, "P7", "P16i"));
        lines.addAll(Mmput.lines("P16", mm));
        lines.add(ReapKill.mrelease(programs, "P17"));
        return List.of(new Edit.Add(ReapKill.killPid(programs)), new Edit.Add(ReapKill.program(ReapKill.PROCESS_MRELEASE, lines)));
    }
}
