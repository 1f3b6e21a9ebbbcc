package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;
import org.reapscope.trace.lane.SpanLane;

/** A trace whose times are the numbers of its events: what is said of it, and how much of it is shown. */
final class ClockWithoutTimeTest {

    private static final int LMKD = 10;
    private static final int VICTIM = 20;
    private static final long MM = 7;

    private final Scene scene = new Scene().named(LMKD, "lmkd").named(VICTIM, "victim")
            .at(1, 0).switched(0, 'R', LMKD).at(2, 1).switched(0, 'R', VICTIM)
            .at(3, 0).lock(LMKD, MM, false).at(4, 1).tick(VICTIM).at(5, 0).locked(LMKD, MM, false)
            .at(6, 1).lock(VICTIM, MM, true).at(7, 1).switched(VICTIM, 'D', 0)
            .at(8, 0).unlock(LMKD, MM, false).at(9, 0).waking(LMKD, VICTIM)
            .at(10, 1).switched(0, 'S', VICTIM).at(11, 1).locked(VICTIM, MM, true).at(12, 1).unlock(VICTIM, MM, true);
    private final Trace trace = scene.trace(Clock.COUNT, 1);
    private final Lanes lanes = Lanes.of(trace, Progress.NONE);

    @Test
    void lengthsAreToldInEvents() {
        Narrator narrator = new Narrator(trace);
        Lane victim = lane(new LaneId.TaskLane(2));
        assertEquals("victim-20 slept uninterruptibly (D), waiting for a lock for 2 events, from 7.", narrator.interval(victim, victim.at(8)));
        assertEquals("4 events · 5 events", Gap.between(trace, 3, 7).text());
        assertTrue(Aggregate.of(trace, victim, 1, 12).startsWith("running 7 events"), () -> Aggregate.of(trace, victim, 1, 12));
    }

    @Test
    void aFreeLockIsGotWithTheNextEventOfItsCpu_whateverOthersDoMeanwhile() {
        SpanLane lock = (SpanLane) lane(new LaneId.MmapLockLane(0));
        assertFalse(lock.waited(0));
        assertTrue(lock.waited(1));
    }

    @Test
    void theWholeOfItIsShown_notAMicrosecond() {
        assertEquals(11, Framing.whole(trace).widthNs());
        assertEquals(40, Framing.context(trace));
    }

    @Test
    void aMomentIsTypedAsANumber() {
        assertEquals(559, ClockText.parse(Clock.COUNT, " 559", 0).orElseThrow());
        assertEquals(12, ClockText.parse(Clock.COUNT, "+2", 10).orElseThrow());
        assertTrue(ClockText.parse(Clock.COUNT, "+1.5ms", 10).isEmpty());
        assertTrue(ClockText.parse(Clock.CYCLES, "1.5", 10).isEmpty());
        assertEquals("9", ClockText.of(trace, 9));
    }

    @Test
    void cyclesThatAFreeLockTakesAreNoWait() {
        Trace cycles = new Scene().at(0, 0).switched(0, 'R', LMKD).at(1000, 0).lock(LMKD, MM, false).at(1400, 0).locked(LMKD, MM, false)
                .at(9000, 0).unlock(LMKD, MM, false).at(10_000, 0).lock(LMKD, MM, true).at(90_000, 0).locked(LMKD, MM, true)
                .trace(Clock.CYCLES, 1);
        SpanLane lock = Lanes.of(cycles, Progress.NONE).mmapLock(0);
        assertNotNull(lock);
        assertEquals(List.of(false, true), List.of(lock.waited(0), lock.waited(1)));
    }

    private Lane lane(LaneId id) {
        Lane lane = lanes.lane(id);
        assertNotNull(lane);
        return lane;
    }
}
