package org.reapscope.kernel.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.TraceCall.Arg;
import org.reapscope.kernel.TraceCall.Kind;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TraceCalls;

/** pidfd_send_signal with an EXPEDITE flag: the signal and the reaping in one call. */
public final class Expedite implements KernelPatch {

    private static final String CALL = "pidfd_send_signal_expedite";

    @Override
    public String id() {
        return "h";
    }

    @Override
    public String title() {
        return "pidfd_send_signal(EXPEDITE) kills and reaps in one call";
    }

    @Override
    public String status() {
        return "agreed to be drafted, no patch found";
    }

    @Override
    public String source() {
        return "Minchan Kim to Linus Torvalds, May 19 2026; Christian Brauner, May 21 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Reaps memory that a live process outside the signalled scope uses.",
                "Still waits for mmap_lock.",
                "Where errors of the reaping half go is open.");
    }

    @Override
    public Map<String, String> contradicts() {
        return OneCall.instead(id());
    }

    @Override
    public Optional<String> killAndReap() {
        return Optional.of(CALL);
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        MicroStep enter = ((MicroStep) ReapKill.mrelease(programs, "P0")).toBuilder().function("pidfd_send_signal").noTraces()
                .says("calls pidfd_send_signal(SIGKILL, EXPEDITE) on {0:group}", ReapKill.TARGET)
                .traces(TraceCalls.enter("pidfd_send_signal", TraceCalls.pidfd(ReapKill.TARGET),
                        Arg.of("sig", Kind.NUMBER, Expr.of(9)), Arg.of("info", Kind.NUMBER, Expr.of(0)),
                        Arg.of("flags", Kind.NUMBER, Expr.of(8))))
                .build();
        Expr result = TaskFields.MRELEASE_RESULT.at(Expr.SELF);
        MicroStep leave = ((MicroStep) ReapKill.mrelease(programs, "P17")).toBuilder().function("pidfd_send_signal").noTraces()
                .says("pidfd_send_signal(EXPEDITE) returns {0:errno}", result)
                .traces(TraceCalls.exit("pidfd_send_signal", result)).build();
        List<Line> lines = new ArrayList<>();
        lines.add(enter);
        lines.addAll(ReapKill.mrelease(programs, "P2", "P4"));
        lines.add(ReapKill.unlock("P6"));
        lines.addAll(ReapKill.kill("P16"));
        lines.addAll(ReapKill.mrelease(programs, "P7", "P16"));
        lines.add(leave);
        return List.of(new Edit.Add(ReapKill.killPid(programs)), new Edit.Add(ReapKill.program(CALL, lines)));
    }
}
