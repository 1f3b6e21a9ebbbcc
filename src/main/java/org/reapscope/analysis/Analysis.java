package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;

/**
 * What a trace tells about the teardown race. Immutable; the same trace gives the same analysis.
 *
 * @param trace what was analysed
 * @param kills every process that got a fatal signal or whose memory was asked for, by the time of that; {@link Kill#effect} tells
 *     which of them were killed
 * @param unattributed the process_mrelease calls of which nothing tells whose memory they asked for, in time order
 * @param locks how often tasks waited for locks
 * @param findings what the detectors found, by time, the most severe first where times are equal
 */
public record Analysis(Trace trace, List<Kill> kills, List<Reap> unattributed, LockCounts locks, List<Finding> findings) {

    private static final Comparator<Finding> ORDER = Comparator.comparingLong(Finding::startNs)
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::kind).thenComparingLong(Finding::endNs).thenComparing(Finding::text);

    public Analysis {
        kills = List.copyOf(kills);
        unattributed = List.copyOf(unattributed);
        findings = List.copyOf(findings);
    }

    /**
     * Runs every detector. Time is linear in the trace, up to a logarithm.
     *
     * @param lanes the lanes of the same trace
     * @param progress hears rows, then detectors
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static Analysis of(Trace trace, Lanes lanes, Progress progress) {
        Facts facts = Facts.of(trace, lanes, progress);
        List<Finding> findings = new ArrayList<>();
        List<Detector> detectors = Detectors.all();
        for (int i = 0; i < detectors.size(); i++) {
            progress.report(i, detectors.size());
            detectors.get(i).detect(facts, findings::add);
        }
        findings.sort(ORDER);
        return new Analysis(trace, facts.kills(), facts.unattributed(), LockCounts.of(facts), findings);
    }

    /** Those processes that a signal of the trace killed. */
    public List<Kill> killed() {
        return kills.stream().filter(kill -> kill.effect().killed()).toList();
    }

    /** The findings of one kind, in order. */
    public List<Finding> findings(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
