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
import org.reapscope.trace.Tracepoint;

/**
 * process_mrelease found the mm shortly before it could not any more. find_lock_task_mm runs between sys_enter and
 * mmap_lock_start_locking, so the margin is known between two bounds.
 */
public final class NearMissDetector implements Detector {

    /** A margin up to this is called near: about what one preemption or one cold cache costs. */
    private static final long NEAR_NS = 100_000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.NEAR_MISS);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT, Tracepoint.MMAP_LOCK_START_LOCKING,
                Tracepoint.MMAP_LOCK_RELEASED, Tracepoint.SCHED_PROCESS_EXIT);
    }

    @Override
    public String question() {
        return "how close process_mrelease came to failing";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            for (Reap reap : kill.reaps()) {
                Moment asked = reap.asked();
                Moment entered = reap.entered();
                Moment opened = kill.mmNull();
                if (asked != null && entered != null && opened != null && facts.within(entered.until(opened), NEAR_NS)
                        && entered.ns() <= opened.ns()) {
                    findings.accept(nearMiss(facts, kill, reap, entered, asked, opened));
                }
            }
        }
    }

    private static Finding nearMiss(Facts facts, Kill kill, Reap reap, Moment entered, Moment asked, Moment opened) {
        long most = entered.until(opened);
        long least = Math.max(0, asked.until(opened));
        return new FindingBuilder(FindingKind.NEAR_MISS, Severity.NOTICE)
                .kill(kill)
                .tasks(reap.task(), kill.process())
                .events(entered, asked, opened)
                .certainty(facts.orderUnknown(entered, opened) || facts.orderUnknown(asked, opened)
                        ? Certainty.ORDER_UNKNOWN : Certainty.INFERRED)
                .says("process_mrelease by " + reap.caller() + " found the mm of " + kill.victim() + reap.doubt() + " only "
                        + (least == most ? facts.time(most) : facts.time(least) + " to " + facts.time(most))
                        + " before the last thread gave it up: that much later it would have failed with -ESRCH.");
    }
}
