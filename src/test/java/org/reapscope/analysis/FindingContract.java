package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;

/** What every finding of every detector must keep to, on any trace. */
final class FindingContract {

    private FindingContract() {}

    static void holds(Trace trace) {
        Facts facts = Facts.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
        for (Detector detector : Detectors.all()) {
            List<Finding> findings = new ArrayList<>();
            detector.detect(facts, findings::add);
            List<Finding> again = new ArrayList<>();
            detector.detect(facts, again::add);
            assertEquals(findings, again, "the same trace gives the same findings");
            for (Finding finding : findings) {
                assertTrue(detector.kinds().contains(finding.kind()), () -> detector + " claims " + finding.kind());
                wellFormed(facts, finding);
            }
        }
    }

    private static void wellFormed(Facts facts, Finding finding) {
        Trace trace = facts.trace();
        assertTrue(trace.firstNs() <= finding.startNs() && finding.startNs() <= finding.endNs()
                && finding.endNs() <= trace.lastNs(), finding::toString);
        assertEquals(finding.rows().stream().sorted().distinct().toList(), finding.rows(), finding::toString);
        assertTrue(finding.rows().stream().allMatch(row -> row >= 0 && row < trace.size()), finding::toString);
        assertTrue(finding.tasks().stream().allMatch(task -> task >= 0 && task < trace.tasks().size()), finding::toString);
        boolean aboutTheCapture = finding.kind() == FindingKind.MISSING_TRACEPOINTS || finding.kind() == FindingKind.LOST_EVENTS;
        assertEquals(aboutTheCapture, finding.tasks().isEmpty(), finding::toString);
        assertEquals(aboutTheCapture, finding.rows().isEmpty(), finding::toString);
        assertFalse(finding.text().contains("null") || finding.text().contains("-1 "), finding::text);
        assertTrue(finding.text().endsWith("."), finding::text);
        assertFalse(finding.text().contains("echo "), "commands are data, not words: " + finding.text());
        assertTrue(finding.kill() == null || facts.kills().contains(finding.kill()), finding::toString);
        assertTrue(finding.kill() == null || finding.kind() == FindingKind.PTE_COLLISION || finding.kind() == FindingKind.REAPER_BLOCKED
                || finding.text().contains(finding.kill().victim()), "it names the victim that it is about: " + finding);
        assertTrue(Character.isLetterOrDigit(finding.text().charAt(0)), finding::text);
    }
}
