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
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.SpanLane;

/** process_mrelease waited for mmap_lock, or the OOM reaper did not get it (kernel-model 4.3, iii and iv). */
public final class ReaperBlockedDetector implements Detector {

    private static final long WAIT_NS = 10_000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.REAPER_BLOCKED);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.MMAP_LOCK_START_LOCKING, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED,
                Tracepoint.SYS_ENTER, Tracepoint.SKIP_TASK_REAPING);
    }

    @Override
    public String question() {
        return "what kept a reaper from mmap_lock";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            for (Reap reap : kill.reaps()) {
                Moment asked = reap.asked();
                SpanLane lane = asked == null ? null : facts.lanes().mmapLock(reap.mm());
                if (asked != null && lane != null) {
                    waited(facts, kill, reap, asked, lane, findings);
                }
            }
        }
        facts.rows().of(Tracepoint.SKIP_TASK_REAPING).forEach(row -> findings.accept(skipped(facts, row)));
    }

    private static void waited(Facts facts, Kill kill, Reap reap, Moment asked, SpanLane lane, Consumer<Finding> findings) {
        for (int span : lane.touching(asked.row(), asked.row())) {
            RwsemWaits wait = lane.row(span) == asked.row() && (facts.lasts(lane.waitNs(span), WAIT_NS) || !facts.trace().source().clock().tellsTime()) ? RwsemWaits.of(facts, lane, span) : RwsemWaits.NONE;
            if (wait == RwsemWaits.PROVEN || wait == RwsemWaits.POSSIBLE && facts.trace().source().clock().tellsTime()) {
                FindingBuilder builder = new FindingBuilder(FindingKind.REAPER_BLOCKED, Severity.WARNING)
                        .kill(kill)
                        .tasks(reap.task(), kill.process());
                String blame = MmapWaits.blame(facts, reap.mm(), lane, span, builder);
                findings.accept(builder.events(asked, reap.locked(), reap.exited())
                        .certainty(wait == RwsemWaits.PROVEN ? reap.victimBy().certainty() : Certainty.INFERRED)
                        .lasting(asked.ns(), asked.ns() + lane.waitNs(span))
                        .says("process_mrelease by " + reap.caller() + " waited " + facts.time(lane.waitNs(span))
                                + " for the mmap_lock of " + kill.victim() + reap.doubt() + blame
                                + (wait == RwsemWaits.PROVEN ? "." : " (inferred: no lock contention is recorded, so it may have been an interrupt).")));
            }
        }
    }

    private static Finding skipped(Facts facts, int row) {
        Trace trace = facts.trace();
        int before = facts.rows().lastMmapLock(trace.task(row), row);
        boolean failedTry = before >= 0 && trace.tracepoint(before) == Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED
                && !Payload.success(trace.argument(before));
        return new FindingBuilder(FindingKind.REAPER_BLOCKED, failedTry ? Severity.WARNING : Severity.INFO)
                .kill(trace.object(row) < 0 ? null : facts.killOfProcess(facts.processes().of(trace.object(row))).orElse(null))
                .tasks(trace.task(row), trace.object(row))
                .events(facts.moment(row))
                .says("The OOM reaper skipped " + (trace.object(row) < 0 ? "its victim" : facts.label(trace.object(row)))
                        + (failedTry ? ": its try for mmap_lock failed; it tries again in 100 ms."
                                : ": the mm was reaped or torn down already (MMF_OOM_SKIP)."));
    }
}
