package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.analysis.RssCurve;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Tracepoint;

/**
 * process_mrelease failed with -ESRCH: harmful while memory was still there, benign after (kernel-model 4.1). No event
 * marks the moment at which it looked for a thread, nor the last flush of the teardown: what turns on these is inferred.
 */
public final class EsrchDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.ESRCH_HARMFUL, FindingKind.ESRCH_BENIGN);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT, Tracepoint.EXIT_MMAP, Tracepoint.RSS_STAT);
    }

    @Override
    public String question() {
        return "what process_mrelease returned";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            for (Reap reap : kill.reaps()) {
                Moment exited = reap.exited();
                if (reap.outcome() == ReapOutcome.ESRCH_HARMFUL && exited != null) {
                    findings.accept(harmful(facts, kill, reap, exited));
                } else if (reap.outcome() == ReapOutcome.ESRCH_BENIGN && exited != null) {
                    findings.accept(benign(facts, kill, reap, exited));
                }
            }
        }
    }

    private static Finding harmful(Facts facts, Kill kill, Reap reap, Moment exited) {
        RssCurve.Amount left = facts.rss().amount(kill.mm(), exited.row());
        String words = facts.rss().words(kill.mm(), exited.row());
        Moment began = kill.teardownBegan();
        boolean trapped = began == null || exited.before(began);
        return new FindingBuilder(FindingKind.ESRCH_HARMFUL, left.bytes() == 0 && !trapped ? Severity.WARNING : Severity.SEVERE)
                .kill(kill)
                .tasks(reap.task(), kill.process(), kill.teardown() == null ? -1 : kill.teardown().task())
                .events(reap.entered(), exited, kill.mmNull(), kill.tornDown())
                .lasting(reap.entered() == null ? exited.ns() : reap.entered().ns(), exited.ns())
                .certainty(certainty(facts, kill, reap, exited, facts.rss().surelyMapped(kill.mm(), exited.row())
                        || trapped && left.bytes() > 0 && untouched(kill, exited)))
                .says("process_mrelease by " + reap.caller() + " for " + kill.victim() + reap.doubt() + " failed with -ESRCH "
                        + SinceKill.words(facts, kill, exited) + ", while " + memory(left, words) + ": "
                        + whoFrees(facts, kill, began, exited, trapped) + ".");
    }

    /** Whether nobody reaped before the moment, so that what is mapped is what was mapped at the kill, however coarsely it is counted. */
    private static boolean untouched(Kill kill, Moment moment) {
        return kill.reaps().stream().allMatch(reap -> reap.asked() == null && reap.locked() == null || moment.before(reap.first()))
                && (kill.emptied() == null || moment.before(kill.emptied().at()));
    }

    private static String memory(RssCurve.Amount left, String words) {
        if (left.bytes() < 0) {
            return "the mm was not yet torn down (how much it held was not recorded)";
        }
        return left.bytes() == 0 ? "its pages were unmapped but not yet free" : words + " were still mapped";
    }

    private static String whoFrees(Facts facts, Kill kill, @Nullable Moment began, Moment exited, boolean trapped) {
        if (kill.teardown() == null || began == null) {
            return "nobody frees them within this trace";
        }
        String rest = facts.time(exited.until(kill.teardown().done()));
        return trapped
                ? "trapped, nobody began to free them for another " + facts.time(exited.until(began)) + ", and "
                        + kill.teardown().label() + " was done " + rest + " after the call"
                : kill.teardown().label() + " was already freeing them and was done " + rest + " after the call";
    }

    private static Finding benign(Facts facts, Kill kill, Reap reap, Moment exited) {
        Moment tornDown = kill.tornDown();
        boolean within = tornDown != null && (reap.entered() == null || reap.entered().before(tornDown));
        return new FindingBuilder(FindingKind.ESRCH_BENIGN, Severity.INFO)
                .kill(kill)
                .tasks(reap.task(), kill.process())
                .events(tornDown, reap.entered(), exited)
                .lasting(reap.entered() == null ? exited.ns() : reap.entered().ns(), exited.ns())
                .certainty(certainty(facts, kill, reap, exited, !within))
                .says("process_mrelease by " + reap.caller() + " for " + kill.victim()
                        + reap.doubt() + " failed with -ESRCH, harmlessly: the mm was torn down "
                        + (tornDown == null ? "before" : facts.time(tornDown.until(exited)) + " before")
                        + (within ? " (while the call ran: inferred, since no event marks when it looked)." : "."));
    }

    /** The verdict turns on whether the teardown ended before the call returned, and on whose memory was asked for. */
    private static Certainty certainty(Facts facts, Kill kill, Reap reap, Moment exited, boolean sure) {
        Moment tornDown = kill.tornDown();
        return tornDown != null && facts.orderUnknown(tornDown, exited) ? Certainty.ORDER_UNKNOWN
                : sure ? reap.victimBy().certainty() : Certainty.INFERRED;
    }
}
