package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Severity;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** Notes each SIGKILL that the kernel did not deliver: {@code signal_generate res} other than 0. */
public final class SigkillWithoutEffectDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.SIGKILL_WITHOUT_EFFECT);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SIGNAL_GENERATE);
    }

    @Override
    public String question() {
        return "whether a SIGKILL was ignored or already pending";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            for (int row : kill.signalRows()) {
                int result = Payload.signalResult(facts.trace().argument(row));
                if (result != Signum.DELIVERED) {
                    Moment moment = new Moment(row, facts.trace().tsNs(row));
                    findings.accept(new FindingBuilder(FindingKind.SIGKILL_WITHOUT_EFFECT, Severity.INFO)
                            .kill(kill)
                            .tasks(kill.process(), facts.trace().task(row)).events(moment)
                            .says(Signum.name(Payload.signalNumber(facts.trace().argument(row))) + " from " + facts.label(facts.trace().task(row)) + " to " + kill.victim() + " was "
                                    + Signum.result(result) + " (res=" + result + ")" + since(facts, kill, moment) + "."));
                }
            }
        }
    }

    private static String since(Facts facts, Kill kill, Moment moment) {
        Trace trace = facts.trace();
        Task victim = trace.tasks().get(kill.process());
        if (kill.killed().before(moment)) {
            return ": the process was killed " + facts.time(kill.killed().until(moment)) + " before";
        }
        return victim.exitRow() >= 0 && victim.exitRow() < moment.row()
                ? ": the process was exiting since " + facts.time(moment.ns() - trace.tsNs(victim.exitRow())) : "";
    }
}
