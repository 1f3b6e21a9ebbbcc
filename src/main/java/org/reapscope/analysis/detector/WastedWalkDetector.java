package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.Teardown;
import org.reapscope.trace.Tracepoint;

/** A walker visited page tables that another had emptied, at the price of a teardown that waits (kernel-model 4.9). */
public final class WastedWalkDetector implements Detector {

    /** A walk shorter than this is not worth a word. */
    private static final long WALK_NS = 50_000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.WASTED_WALK);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, Tracepoint.MMAP_LOCK_RELEASED,
                Tracepoint.RSS_STAT, Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT);
    }

    @Override
    public String question() {
        return "whether two walkers did the same work";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            for (Reap reap : kill.reaps()) {
                Moment locked = reap.locked();
                Moment released = reap.released();
                if (locked != null && released != null && facts.rows().has(Tracepoint.RSS_STAT)) {
                    reaperAfterOther(facts, kill, reap, locked, released, findings);
                }
            }
            Teardown teardown = kill.teardown();
            if (teardown != null && teardown.began() != null && teardown.unmapped() != null) {
                teardownAfterReaper(facts, kill, teardown, teardown.began(), teardown.unmapped(), findings);
            }
        }
    }

    /** Nothing but a reaper that unmapped no page at all is sure to have walked for nothing: after its last page one that did frees them. */
    private static void reaperAfterOther(Facts facts, Kill kill, Reap reap, Moment locked, Moment released, Consumer<Finding> findings) {
        boolean empty = facts.rss().surelyEmpty(reap.mm(), locked.row());
        boolean emptiedByOther = !facts.rss().coarse() && facts.rss().surelyEmpty(reap.mm(), released.row());
        if (facts.lasts(locked.until(released), WALK_NS) && (empty || emptiedByOther)
                && !facts.rss().changedBy(reap.task(), reap.mm(), locked.row(), released.row())) {
            Teardown teardown = kill.teardown();
            Moment asked = teardown == null ? null : teardown.writeAsked();
            boolean waits = asked != null && asked.before(released);
            findings.accept(new FindingBuilder(FindingKind.WASTED_WALK, waits ? Severity.WARNING : Severity.NOTICE)
                    .kill(kill)
                    .tasks(reap.task(), kill.process(), waits && teardown != null ? teardown.task() : -1)
                    .events(locked, released)
                    .certainty(Certainty.INFERRED)
                    .says("process_mrelease by " + reap.caller() + " held the mmap_lock of " + kill.victim() + " for "
                            + facts.time(locked.until(released)) + " and unmapped nothing"
                            + (waits ? ", while the teardown waited for the lock." : ": another walker had emptied it.")));
        }
    }

    private static void teardownAfterReaper(Facts facts, Kill kill, Teardown teardown, Moment began, Moment unmapped, Consumer<Finding> findings) {
        if (facts.lasts(began.until(unmapped), WALK_NS) && facts.rss().surelyEmpty(kill.mm(), began.row())) {
            findings.accept(new FindingBuilder(FindingKind.WASTED_WALK, Severity.INFO)
                    .kill(kill)
                    .tasks(teardown.task(), kill.process())
                    .events(began, unmapped)
                    .certainty(Certainty.INFERRED)
                    .says("exit_mmap by " + teardown.label() + " walked " + kill.victim() + " for " + facts.time(began.until(unmapped))
                            + " although all of it was reaped before; the kernel has no way to skip that walk today."));
        }
    }
}
