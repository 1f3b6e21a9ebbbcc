package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;

/** A lock that hundreds hold while others wait: who is in the way is counted, and some are named. */
final class CrowdedLockTest {

    private static final long MM = 7;
    private static final int READERS = 200;
    private static final int WRITERS = 3;

    @Test
    void aWaitNamesTheFirstInItsWay_andCountsTheOthers() {
        Scene scene = new Scene();
        long ns = 0;
        for (int i = 0; i < READERS; i++) {
            scene.named(1000 + i, "reader").at(ns += 1000, 1).lock(1000 + i, MM, false).at(ns, 1).locked(1000 + i, MM, false);
        }
        for (int i = 0; i < WRITERS; i++) {
            scene.named(5000 + i, "writer").at(ns += 1000, 0).lock(5000 + i, MM, true);
        }
        for (int i = 0; i < READERS; i++) {
            scene.at(ns += 1000, 1).unlock(1000 + i, MM, false);
        }
        for (int i = 0; i < WRITERS; i++) {
            scene.at(ns += 1000, 0).locked(5000 + i, MM, true).at(ns += 100_000, 0).unlock(5000 + i, MM, true);
        }
        Lanes lanes = scene.lanes();
        Analysis analysis = Analysis.of(lanes.trace(), lanes, Progress.NONE);
        Finding first = analysis.findings(FindingKind.MMAP_STALL).getFirst();
        assertTrue(first.text().contains("held by reader-1000 in") && first.text().contains("and 197 more"), first.text());
        assertTrue(analysis.findings(FindingKind.MMAP_STALL).get(1).text().contains("and 198 more"), "the first writer was in the way of the second, too");
        assertEquals(WRITERS, analysis.findings(FindingKind.MMAP_STALL).size());
        assertTrue(analysis.findings(FindingKind.MMAP_STALL).stream().allMatch(f -> f.tasks().size() < 20 && f.rows().size() < 20),
                "a finding that lists hundreds would list all of them for each who waits");
    }
}
