package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.after;
import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.MmFields.MM_COUNT;
import static org.reapscope.kernel.object.MmFields.MM_USERS;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.expr.Expr;

/** Dropping references: mmput, whose last caller tears the address space down, and mmdrop. Source: kernel/fork.c. */
public final class Mmput {

    private Mmput() {}

    /** {@code mmput}: the step {@code id}, and the call of __mmput, {@code id} plus "m", that only the last one makes. */
    public static List<Line> lines(String id, Expr mm) {
        return List.of(step(id, "mmput").title("drops its mm_users reference")
                .says("mm_users of {0:mm} {1} → {1'}", mm, MM_USERS.at(mm))
                .why("Whoever drops the last one runs exit_mmap, whoever that is: the victim's last thread, or a reader "
                        + "of /proc that happened to hold the mm.")
                .does(MM_USERS.at(mm).decrement())
                .jump(MM_USERS.at(mm).ne(0), after(id + "m"))
                .preempt(Preempt.MAY_SLEEP).costs(Cost.Kind.ATOMIC).build(),
                new Call(id + "m", "__mmput", Map.of("mm", mm)));
    }

    /** {@code mmdrop}. */
    public static MicroStep.Builder drop(String id, Expr mm) {
        return step(id, "mmdrop").title("drops its mm_count reference")
                .says("mm_count of {0:mm} {1} → {1'}", mm, MM_COUNT.at(mm))
                .does(MM_COUNT.at(mm).decrement()).costs(Cost.Kind.ATOMIC);
    }
}
