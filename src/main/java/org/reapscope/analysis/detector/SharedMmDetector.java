package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.KillEffect;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.Sharers.Sharer;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Tracepoint;

/** Another process shared the victim's mm, or process_mrelease said -EINVAL for it (kernel-model 4.6, step P5). */
public final class SharedMmDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.SHARED_MM, FindingKind.REFUSED);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.TASK_NEWTASK, Tracepoint.SYS_ENTER,
                Tracepoint.SYS_EXIT);
    }

    @Override
    public String question() {
        return "who shares the mm and makes process_mrelease say -EINVAL";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            boolean told = false;
            for (Reap reap : kill.reaps()) {
                Moment exited = reap.exited();
                if (reap.outcome() == ReapOutcome.EINVAL && exited != null) {
                    findings.accept(refused(facts, kill, reap, exited));
                    told = true;
                }
            }
            List<Sharer> sharers = facts.sharers().at(kill.process(), kill.killed().row());
            if (!told && !sharers.isEmpty()) {
                findings.accept(new FindingBuilder(FindingKind.SHARED_MM, Severity.NOTICE)
                        .kill(kill)
                        .tasks(kill.process(), sharers.getFirst().task())
                        .events(facts.moment(sharers.getFirst().clonedRow()), kill.killed())
                        .lasting(kill.killed().ns(), kill.killed().ns())
                        .certainty(facts.hadMmAt(sharers.getFirst().task(), kill.mm(), kill.killed().row()) ? Certainty.CERTAIN : Certainty.INFERRED)
                        .says(names(facts, sharers) + " shared the mm of " + kill.victim()
                                + " when it was killed, so its death alone could not free the memory."));
            }
        }
    }

    private static Finding refused(Facts facts, Kill kill, Reap reap, Moment exited) {
        List<Sharer> sharers = facts.sharers().at(kill.process(), exited.row());
        String head = "process_mrelease by " + reap.caller() + " refused " + kill.victim() + reap.doubt() + " with -EINVAL: ";
        FindingBuilder builder = new FindingBuilder(sharers.isEmpty() ? FindingKind.REFUSED : FindingKind.SHARED_MM,
                sharers.isEmpty() ? Severity.NOTICE : Severity.WARNING)
                .kill(kill)
                .tasks(kill.process(), sharers.isEmpty() ? -1 : sharers.getFirst().task(), reap.task())
                .events(reap.entered(), exited)
                .certainty(Certainty.INFERRED);
        if (sharers.isEmpty()) {
            return builder.says(head + why(facts, kill, reap));
        }
        return builder.events(facts.moment(sharers.getFirst().clonedRow()))
                .lasting(reap.first().ns(), exited.ns())
                .says(head + names(facts, sharers) + " shares its mm (clone with CLONE_VM) and was not dying.");
    }

    private static String why(Facts facts, Kill kill, Reap reap) {
        Moment entered = reap.entered();
        int flags = entered == null ? 0 : Payload.secondArgument(facts.trace().argument(entered.row()));
        if (flags != 0) {
            return "flags " + flags + " are not valid.";
        }
        if (kill.effect() == KillEffect.FATAL && reap.exited() != null && reap.exited().before(kill.killed())) {
            return "it was called " + facts.time(reap.exited().until(kill.killed())) + " before the kill, so the process was not dying yet.";
        }
        if (kill.effect() == KillEffect.NOT_FATAL) {
            return "the process was not dying: " + Signum.name(kill.signal()) + " is not seen to have killed it.";
        }
        return "unexplained; a live process that shares its mm, a core dump under way or a process that was not dying would do, and"
                + " no event in this trace shows any.";
    }

    private static String names(Facts facts, List<Sharer> sharers) {
        String more = sharers.size() > 1 ? " and " + Figures.count(sharers.size() - 1, "other process", "other processes") : "";
        return facts.label(sharers.getFirst().task()) + more;
    }
}
