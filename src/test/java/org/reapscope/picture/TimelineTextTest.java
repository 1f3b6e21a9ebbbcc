package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;
import org.reapscope.ui.timeline.Snap;

/** Snapping, gaps, ties, sums and sentences, on a lock held by one task and waited for by another. */
final class TimelineTextTest {

    private static final int LMKD = 10;
    private static final int VICTIM = 20;
    private static final long MM = 7;

    private final Lanes lanes = new Scene().named(LMKD, "lmkd").named(VICTIM, "victim")
            .at(0, 0).switched(0, 'R', LMKD).at(0, 1).switched(0, 'R', VICTIM)
            .at(10_000, 0).lock(LMKD, MM, false).at(10_000, 0).locked(LMKD, MM, false)
            .at(20_000, 1).lock(VICTIM, MM, true).at(21_000, 1).switched(VICTIM, 'D', 0)
            .at(60_000, 0).unlock(LMKD, MM, false)
            .at(62_000, 1).switched(0, 'S', VICTIM).at(63_000, 1).locked(VICTIM, MM, true)
            .at(70_000, 1).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 64 << 20)
            .at(80_000, 1).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 0).at(90_000, 1).unlock(VICTIM, MM, true)
            .at(100_000, 0).switched(LMKD, 'S', 0).lanes();
    private final Trace trace = lanes.trace();
    private final Narrator narrator = new Narrator(trace);

    @Test
    void aCursorIsDrawnToTheNearestEventOfItsLane_ifOneIsNear() {
        Subject victim = new Subject(List.of(new LaneId.TaskLane(2)));
        assertEquals(20_000, trace.tsNs(Snap.toEvent(trace, victim, 19_000, 5_000)));
        assertEquals(21_000, trace.tsNs(Snap.toEvent(trace, victim, 30_000, 10_000)));
        assertEquals(-1, Snap.toEvent(trace, victim, 40_000, 5_000));
    }

    @Test
    void theGapIsToldInTimeAndInEvents() {
        Gap gap = Gap.between(trace, 20_000, 63_000);
        assertEquals(43_000, gap.ns());
        assertEquals(5, gap.events());
        assertEquals("43 µs · 5 events", gap.text());
        assertEquals(-43_000, Gap.between(trace, 63_000, 20_000).ns());
    }

    @Test
    void eventsOfOtherCpusAtTheSameTimeAreTies() {
        assertEquals(1, TiedEvents.of(trace, 0).others());
        assertTrue(TiedEvents.of(trace, 0).text().startsWith("order unknown: 1 event"));
        assertEquals(TiedEvents.NONE.others(), TiedEvents.of(trace, trace.rowAtOrAfter(60_000)).others());
    }

    @Test
    void aWaitNamesWhoHeldTheLock() {
        Lane lock = lane(new LaneId.MmapLockLane(0));
        assertEquals("victim-20 waited 43 µs behind lmkd-10 and held mmap_lock for writing for 27 µs, from 0.000063.",
                narrator.interval(lock, 1));
        assertEquals("lmkd-10 held mmap_lock for reading for 50 µs, from 0.000010.", narrator.interval(lock, 0));
    }

    @Test
    void aStateIsToldWithItsLength_andAnOpenEndAsUnknown() {
        Lane victim = lane(new LaneId.TaskLane(2));
        assertEquals("victim-20 slept uninterruptibly (D), waiting for a lock for 41 µs, from 0.000021.",
                narrator.interval(victim, victim.at(30_000)));
        Lane lmkd = lane(new LaneId.TaskLane(1));
        assertEquals("lmkd-10 slept from 0.000100 on; the capture does not hold its end.", narrator.interval(lmkd, lmkd.size() - 1));
    }

    @Test
    void aRangeIsSummedUpByWhatTheLaneShows() {
        assertEquals("waits for a lock 41 µs, running 9 µs", Aggregate.of(trace, lane(new LaneId.TaskLane(2)), 20_000, 70_000));
        assertEquals("held 77 µs in all, 1 wait, 43 µs in all", Aggregate.of(trace, lane(new LaneId.MmapLockLane(0)), 0, 100_000));
        assertEquals("64 MiB → 0 B", Aggregate.of(trace, lane(new LaneId.RssLane(0, RssMember.MM_ANONPAGES)), 70_000, 90_000));
    }

    @Test
    void aCounterIsToldOnlyAsFarAsItIsKnown() {
        Lane anon = lane(new LaneId.RssLane(0, RssMember.MM_ANONPAGES));
        assertEquals("MM_ANONPAGES of mm 0000000000000007 was 64 MiB at 0.000070 and 0 B at 0.000080; rss_stat tells nothing of it in between.",
                narrator.interval(anon, 0));
        assertEquals("MM_ANONPAGES of mm 0000000000000007 was 0 B from 0.000080 on; the capture does not hold its end.", narrator.interval(anon, 1));
        assertEquals("unknown (64 MiB when last told) → 0 B", Aggregate.of(trace, anon, 75_000, 90_000));
        assertEquals("unknown → unknown (64 MiB when last told)", Aggregate.of(trace, anon, 0, 75_000));
    }

    private Lane lane(LaneId id) {
        Lane lane = lanes.lane(id);
        assertNotNull(lane);
        return lane;
    }
}
