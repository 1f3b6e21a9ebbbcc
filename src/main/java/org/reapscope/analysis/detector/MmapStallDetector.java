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
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.SpanLane;

/** Somebody waited for an mmap_lock, and who held it or queued before (kernel-model 4.3). Reapers have their own kind. */
public final class MmapStallDetector implements Detector {

    /** A shorter wait is an optimistic spin that costs nobody anything. */
    private static final long WAIT_NS = 10_000;
    /** A teardown that waits for longer delays memory. */
    private static final long LONG_NS = 100_000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.MMAP_STALL);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.MMAP_LOCK_START_LOCKING, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED,
                Tracepoint.MMAP_LOCK_RELEASED);
    }

    @Override
    public String question() {
        return "who waited for mmap_lock and who held it";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (int mm = 0; mm < facts.trace().mms().size(); mm++) {
            SpanLane lane = facts.lanes().mmapLock(mm);
            Kill kill = facts.killOfMm(mm).orElse(null);
            for (int span = 0; lane != null && span < lane.size(); span++) {
                if (lane.waited(span) && !lane.startUnknown(span) && stalls(facts, lane.waitNs(span))
                        && told(facts, lane, span) && !(kill != null && MmWalks.reaps(kill, lane.task(span), lane.row(span)))) {
                    findings.accept(stall(facts, mm, kill, lane, span));
                }
            }
        }
    }

    private static boolean told(Facts facts, SpanLane lane, int span) {
        RwsemWaits wait = RwsemWaits.of(facts, lane, span);
        return wait == RwsemWaits.PROVEN || wait == RwsemWaits.POSSIBLE && facts.trace().source().clock().tellsTime();
    }

    /** A clock without time measures no wait: there each one counts that is proven. */
    private static boolean stalls(Facts facts, long wait) {
        return !facts.trace().source().clock().tellsTime() || facts.lasts(wait, WAIT_NS);
    }

    private static Finding stall(Facts facts, int mm, @Nullable Kill kill, SpanLane lane, int span) {
        int task = lane.task(span);
        boolean teardown = kill != null && kill.teardown() != null && kill.teardown().task() == task && lane.write(span);
        Severity severity = kill == null ? Severity.INFO
                : teardown && facts.lasts(lane.waitNs(span), LONG_NS) ? Severity.WARNING : Severity.NOTICE;
        FindingBuilder builder = new FindingBuilder(FindingKind.MMAP_STALL, severity).kill(kill).tasks(task);
        String blame = MmapWaits.blame(facts, mm, lane, span, builder);
        int acquired = lane.acquiredRow(span);
        boolean proven = RwsemWaits.of(facts, lane, span) == RwsemWaits.PROVEN;
        return builder.certainty(proven ? Certainty.CERTAIN : Certainty.INFERRED).events(facts.moment(lane.row(span)), facts.moment(acquired < 0 ? lane.lastRow(span) : acquired))
                .lasting(lane.startNs(span), lane.startNs(span) + lane.waitNs(span))
                .says(facts.label(task) + (teardown ? " in exit_mmap" : "") + " waited " + facts.time(lane.waitNs(span)) + " to "
                        + (lane.write(span) ? "write" : "read") + "-lock the mmap_lock of "
                        + (kill == null ? "mm " + facts.trace().mms().get(mm).label() : kill.victim()) + blame
                        + (acquired < 0 ? ", and did not get it in this trace."
                                : OffCpu.waitsForCpu(facts, task, lane.row(span), acquired)
                                + (proven ? "." : " (inferred: no lock contention is recorded, so it may have been an interrupt).")));
    }
}
