package org.reapscope.trace.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;

/** Lanes of real captures; the golden case is kill 6 of lmkd-smaps. */
final class CaptureLanesTest {

    private static final int EVENT_BYTES = 33;

    @ParameterizedTest
    @ValueSource(strings = {"lmkd-smaps", "big-smaps", "kill-pinned-cpus", "many-threads", "cmdline-reader", "oom-reaper"})
    void anEventTakesAtMost48Bytes_lanesAndPyramidsIncluded(String name) throws IOException {
        Trace trace = read(name);
        double lanes = (double) Lanes.of(trace, Progress.NONE).bytes() / trace.size();
        assertTrue(EVENT_BYTES + lanes <= 48, name + ": " + lanes);
    }

    @Test
    void whenReleaseFailed_theReaderHeldTheVictimsMmapLock() throws IOException {
        Trace trace = read("lmkd-smaps");
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        assertEquals(1, lanes.failedReleases().length);
        int row = lanes.failedReleases()[0];
        StateLane caller = lanes.task(trace.task(row));
        StateLane victim = lanes.task(task(trace, 3295));
        assertNotNull(caller);
        assertNotNull(victim);
        assertEquals(TaskState.RUNNING, caller.state(caller.atRow(row)));
        assertEquals(TaskState.ZOMBIE, victim.state(victim.atRow(row)));
        SpanLane lock = lanes.mmapLock(mmOf(trace, lanes, victim.task(0)));
        assertNotNull(lock);
        int[] holders = lock.holders(row);
        assertEquals(1, holders.length);
        assertEquals("smaps-reader-3299", trace.tasks().get(lock.task(holders[0])).label());
        assertTrue(!lock.write(holders[0]) && lock.endNs(holders[0]) == 346_440_538_000L);
    }

    @Test
    void successfulReleasesStallTheTeardown_andAreNamedAsBlockers() throws IOException {
        Trace trace = read("lmkd-smaps");
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        int blocked = 0;
        for (LaneId id : lanes.ids()) {
            if (id instanceof LaneId.MmapLockLane && lanes.lane(id) instanceof SpanLane lock) {
                for (int span = 0; span < lock.size(); span++) {
                    blocked += lock.waitNs(span) > 200_000 && !lock.blockers(span).isEmpty() ? 1 : 0;
                }
            }
        }
        assertEquals(5, blocked, "one for each of the five");
    }

    private static int task(Trace trace, int tid) {
        return trace.tasks().stream().filter(t -> t.tid() == tid).mapToInt(Task::id).findFirst().orElseThrow();
    }

    /** The mm of the last span that the task has on any mmap_lock. */
    private static int mmOf(Trace trace, Lanes lanes, int task) {
        int best = -1;
        int bestRow = -1;
        for (LaneId id : lanes.ids()) {
            if (id instanceof LaneId.MmapLockLane(int mm) && lanes.lane(id) instanceof SpanLane lock) {
                for (int span = 0; span < lock.size(); span++) {
                    if (lock.task(span) == task && lock.row(span) > bestRow) {
                        best = mm;
                        bestRow = lock.row(span);
                    }
                }
            }
        }
        assertTrue(bestRow < trace.size());
        return best;
    }

    private static Trace read(String name) throws IOException {
        Trace trace = Captures.open(Path.of("samples/captures", name + ".txt.gz"));
        trace.lines().close();
        return trace;
    }
}
