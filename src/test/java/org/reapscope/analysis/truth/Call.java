package org.reapscope.analysis.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.analysis.truth.MachineRun.Taken;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.object.TaskFields;

/**
 * A call of process_mrelease, with or without a flag that kills, by the machine's steps.
 *
 * @param asked the first step that asks for mmap_lock, null if it did not come to that
 * @param end null if it did not return
 */
record Call(MachineRun run, int task, int target, Taken begin, @Nullable Taken asked, @Nullable Taken end) {

    static List<Call> in(MachineRun run) {
        List<Call> calls = new ArrayList<>();
        for (Taken s : run.steps) {
            if (s.is("P0") && s.step().program().startsWith("process_mrelease")) {
                Optional<Taken> end = run.next(s.at(), s.task(), "P17");
                Taken asked = run.next(s.at(), s.task(), "P7").filter(p -> end.isEmpty() || p.at() < end.get().at()).orElse(null);
                calls.add(new Call(run, s.task(), run.spokenOf(s, 0), s, asked, end.orElse(null)));
            }
        }
        return calls;
    }

    ReturnValue result() {
        return end == null ? ReturnValue.PENDING : ReturnValue.of(run.value(end.before(), TaskFields.MRELEASE_RESULT, task));
    }

    /** The step that found that nobody is there: the look-up of the pid, or of a thread with an mm. */
    Taken lookUp() {
        Taken p3 = run.next(begin.at(), task, "P3").orElse(null);
        return p3 != null && end != null && p3.at() < end.at() ? p3 : run.next(begin.at(), task, "P2").orElseThrow();
    }

    /** Whether it unmapped something. */
    boolean unmapped() {
        return run.steps.stream().filter(s -> s.task() == task && s.at() > begin.at() && (end == null || s.at() < end.at()))
                .anyMatch(run::unmaps);
    }

    /** What a call that returned came to. */
    Optional<ReapOutcome> outcome() {
        return switch (result()) {
            case PENDING -> Optional.empty();
            case OK -> Optional.of(unmapped() ? ReapOutcome.REAPED : ReapOutcome.NOTHING_LEFT);
            case EINVAL -> Optional.of(ReapOutcome.EINVAL);
            case EINTR -> Optional.of(ReapOutcome.EINTR);
            case EAGAIN -> Optional.of(ReapOutcome.EAGAIN);
            case ESRCH -> Optional.of(ReapOutcome.ESRCH_HARMFUL);
            default -> Optional.of(ReapOutcome.OTHER);
        };
    }
}
