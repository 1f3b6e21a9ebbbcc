package org.reapscope.trace.lane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Tracepoint;

final class LockSpansTest {

    private static final long MM = 0xee147c73L;
    private static final long OTHER = 0x1234L;
    private static final int READER = 30;
    private static final int REAPER = 10;
    private static final int VICTIM = 20;

    private final Scene scene = new Scene();

    @Test
    void theWriterIsBlockedByTheReaderThatHolds() {
        scene.at(0, 0).tick(VICTIM).at(5, 1).lock(READER, MM, false).at(6, 1).locked(READER, MM, false)
                .at(10, 0).lock(VICTIM, MM, true).at(40, 1).unlock(READER, MM, false).at(42, 0).locked(VICTIM, MM, true)
                .at(60, 0).unlock(VICTIM, MM, true).at(70, 0).tick(VICTIM);
        SpanLane lane = lane();
        assertArrayEquals(new int[] {0}, lane.holders(3));
        assertArrayEquals(new int[] {1}, lane.waiters(3));
        assertEquals(32, lane.waitNs(1));
        assertEquals(18, lane.holdNs(1));
        assertEquals(List.of(new Blocker(0, Blocker.Role.HOLDER, 3, 4)), lane.blockers(1));
        assertArrayEquals(new int[] {}, lane.holders(6), "released is emitted at row 6: nobody holds after it");
    }

    @Test
    void aReaderBehindAQueuedWriterIsBlockedByIt_inferred() {
        scene.at(5, 1).lock(READER, MM, false).at(6, 1).locked(READER, MM, false).at(10, 0).lock(VICTIM, MM, true)
                .at(20, 2).lock(REAPER, MM, false).at(40, 1).unlock(READER, MM, false).at(42, 0).locked(VICTIM, MM, true)
                .at(60, 0).unlock(VICTIM, MM, true).at(62, 2).locked(REAPER, MM, false).at(70, 2).unlock(REAPER, MM, false);
        assertEquals(List.of(new Blocker(1, Blocker.Role.HOLDER, 5, 6), new Blocker(1, Blocker.Role.QUEUED_WRITER, 3, 5)),
                lane().blockers(2));
    }

    @Test
    void readersStackInDepths() {
        scene.at(0, 0).locked(READER, MM, false).at(1, 1).locked(REAPER, MM, false).at(2, 0).unlock(READER, MM, false)
                .at(3, 0).locked(READER, MM, false).at(4, 1).unlock(REAPER, MM, false).at(5, 0).unlock(READER, MM, false);
        SpanLane lane = lane();
        assertEquals(2, lane.depths());
        assertEquals(List.of(0, 1, 0), List.of(lane.depth(0), lane.depth(1), lane.depth(2)));
        assertArrayEquals(new int[] {1, 2}, lane.holders(3));
    }

    @Test
    void aReleaseOfATaskNeverSeenWithTheLockReachesBackToTheBeginning() {
        scene.at(0, 0).tick(VICTIM).at(30, 1).unlock(READER, MM, false).at(40, 0).locked(VICTIM, OTHER, false).unlock(VICTIM, OTHER, false);
        SpanLane lane = lane();
        assertTrue(lane.startUnknown(0));
        assertEquals(0, lane.startNs(0));
        assertArrayEquals(new int[] {0}, lane.holders(0));
    }

    @Test
    void aSecondReleaseIsAnInstantOfUnknownBeginning_notAGuess() {
        scene.at(0, 0).locked(READER, MM, false).at(10, 0).unlock(READER, MM, false).at(30, 0).unlock(READER, MM, false);
        SpanLane lane = lane();
        assertTrue(lane.startUnknown(1));
        assertEquals(30, lane.startNs(1));
    }

    @Test
    void aHoldWhoseReleaseWasLostIsNotDrawnOut() {
        scene.at(0, 0).locked(READER, MM, false).at(10, 0).lock(READER, MM, false).at(11, 0).locked(READER, MM, false)
                .at(20, 0).unlock(READER, OTHER, false);
        SpanLane lane = lane();
        assertTrue(lane.openEnd(0));
        assertEquals(0, lane.endNs(0));
        assertTrue(lane.openEnd(1), "still held at the end");
        assertEquals(20, lane.endNs(1));
        assertArrayEquals(new int[] {1}, lane.holders(3));
    }

    @Test
    void whereReleasesAreNotRecordedAtAll_nothingIsHeldBeyondItsBeginning() {
        scene.at(0, 0).lock(READER, MM, false).at(1, 0).locked(READER, MM, false).at(5, 1).lock(VICTIM, MM, true).at(30, 1).locked(VICTIM, MM, true)
                .at(60, 0).tick(READER);
        assertTrue(lane().openEnd(0));
        assertEquals(1, lane().endNs(0));
        assertEquals(List.of(), lane().blockers(1));
    }

    @Test
    void whereAcquisitionsAreNotRecorded_aReleaseDoesNotReachBack() {
        scene.at(0, 0).tick(VICTIM).at(30, 1).unlock(READER, MM, false).at(40, 0).tick(VICTIM);
        assertTrue(lane().startUnknown(0));
        assertEquals(30, lane().startNs(0));
    }

    @Test
    void aFailedTryHoldsNothing() {
        scene.at(0, 0).lock(REAPER, MM, false)
                .add(REAPER, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, scene.mm(MM), Payload.mmapLock(false, false, 1)).at(9, 0).tick(REAPER);
        SpanLane lane = lane();
        assertTrue(lane.failed(0));
        assertEquals(0, lane.holdNs(0));
        assertArrayEquals(new int[] {}, lane.holders(1));
    }

    @Test
    void spinlockWaitsAreSpansOfTheirLock() {
        scene.at(0, 0).spin(REAPER, 0xabc).at(3, 1).spin(VICTIM, 0xdef).at(5, 0).spun(REAPER, 0xabc).at(8, 1).tick(VICTIM);
        Lanes lanes = scene.lanes();
        SpanLane first = lanes.spinlock(0);
        SpanLane second = lanes.spinlock(1);
        assertNotNull(first);
        assertNotNull(second);
        assertEquals(5, first.waitNs(0));
        assertFalse(first.openEnd(0));
        assertTrue(second.openEnd(0));
        assertEquals(scene.task(VICTIM), second.task(0));
    }

    @Test
    void edgesAreStartsAcquiresAndEnds() {
        scene.at(0, 0).tick(VICTIM).at(5, 1).lock(READER, MM, false).at(8, 1).locked(READER, MM, false)
                .at(20, 1).unlock(READER, MM, false).at(70, 0).tick(VICTIM);
        SpanLane lane = lane();
        assertEquals(List.of(5L, 8L, 20L, Lane.NO_NEXT),
                List.of(lane.nextEdge(0), lane.nextEdge(5), lane.nextEdge(8), lane.nextEdge(20)));
        assertEquals(List.of(20L, 8L, 5L, Lane.NO_PREVIOUS),
                List.of(lane.previousEdge(50), lane.previousEdge(20), lane.previousEdge(8), lane.previousEdge(5)));
    }

    @Test
    void aGroupSignalIsDeliveredToTheFirstThreadThatTakesIt() {
        scene.at(0, 0).signal(REAPER, VICTIM, 9).at(4, 1).deliver(READER, 9).at(5, 1).deliver(VICTIM, 9).at(6, 1).deliver(VICTIM, 9);
        Signals signals = scene.lanes().signals();
        assertEquals(1, signals.size());
        assertEquals(2, signals.deliveredRow(0));
    }

    private SpanLane lane() {
        SpanLane lane = scene.lanes().mmapLock(scene.mm(MM));
        assertNotNull(lane);
        return lane;
    }
}
