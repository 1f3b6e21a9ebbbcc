package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.trace.Clock;

/** What is said of times whose clock is not one of nanoseconds. */
final class ClockFiguresTest {

    private static final long TICK = 10_000_000;

    private final ClockFigures microseconds = new ClockFigures(Clock.NANOSECONDS, 1000);
    private final ClockFigures ticks = new ClockFigures(Clock.JIFFIES, TICK);
    private final ClockFigures count = new ClockFigures(Clock.COUNT, 1);
    private final ClockFigures cycles = new ClockFigures(Clock.CYCLES, 1);

    @Test
    void aLengthIsInWhatTheClockTells() {
        assertEquals("56 µs", microseconds.length(56_000));
        assertEquals("57 events", count.length(57));
        assertEquals("1 event", count.length(1));
        assertEquals("3,400 cycles", cycles.length(3400));
    }

    @Test
    void whatIsShorterThanATickIsOnlyKnownToBeShorter() {
        assertEquals("less than 10.00 ms", ticks.length(0));
        assertEquals("about 90.00 ms", ticks.length(9 * TICK));
    }

    @Test
    void aMomentHasTheDigitsThatTheClockHas() {
        assertEquals("346.439803 s", microseconds.momentInFull(346_439_803_000L));
        assertEquals("346.439803120 s", new ClockFigures(Clock.NANOSECONDS, 1).exactInFull(346_439_803_120L));
        assertEquals("472.16 s", ticks.momentInFull(472_160_000_000L));
        assertEquals("event 559", count.exactInFull(559));
        assertEquals("cycle 1181638411216", cycles.momentInFull(1_181_638_411_216L));
    }

    @Test
    void theAxisCountsWhatTheClockCounts() {
        assertEquals("40 events", new TimeAxis(2, false, Clock.COUNT).label(42, 20));
        assertEquals("42", new TimeAxis(0, true, Clock.COUNT).label(42, 20));
        assertEquals("5 Mcycles", new TimeAxis(1000, false, Clock.CYCLES).label(5_001_000, 1_000_000));
        assertEquals("-2 kcycles", new TimeAxis(5000, false, Clock.CYCLES).label(3000, 1000));
        assertEquals("10 ms", new TimeAxis(0, false, Clock.JIFFIES).label(TICK, TICK));
    }
}
