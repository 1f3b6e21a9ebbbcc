package org.reapscope.trace.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.trace.RssMember.MM_ANONPAGES;
import static org.reapscope.trace.RssMember.MM_FILEPAGES;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Tracepoint;

/** What an mm maps, where rss_stat tells of it only now and then. */
final class MappedTest {

    private static final int VICTIM = 20;
    private static final long MM = 7;
    private static final long MIB = 1 << 20;

    private final Scene scene = new Scene();

    @Test
    void countersThatAreToldAreSummed_swapEntriesLeftOut() {
        scene.at(0, 0).rss(VICTIM, MM, MM_ANONPAGES, 3 * MIB).at(10, 0).rss(VICTIM, MM, MM_FILEPAGES, MIB)
                .at(20, 0).rss(VICTIM, MM, RssMember.MM_SWAPENTS, 64 * MIB);
        assertEquals(new Mapped(4 * MIB, 4 * MIB, List.of()), at(20));
        assertTrue(at(20).known());
    }

    @Test
    void aCounterThatIsNotToldYetIsUnknown_notZero() {
        scene.at(0, 0).rss(VICTIM, MM, MM_ANONPAGES, 32 * MIB).at(50, 0).rss(VICTIM, MM, MM_FILEPAGES, 128 * MIB);
        assertEquals(new Mapped(32 * MIB, 32 * MIB, List.of(MM_FILEPAGES)), at(40));
        assertFalse(at(40).known());
        assertEquals(160 * MIB, at(50).lastTold());
    }

    @Test
    void aCounterThatJumpsHasChangedUnseen() {
        scene.at(0, 0).rss(VICTIM, MM, MM_FILEPAGES, 0).at(1, 0).rss(VICTIM, MM, MM_ANONPAGES, 32 * MIB)
                .at(50, 0).rss(VICTIM, MM, MM_FILEPAGES, 128 * MIB).at(60, 0).rss(VICTIM, MM, MM_FILEPAGES, 126 * MIB);
        assertEquals(List.of(MM_FILEPAGES), at(40).unknown());
        assertEquals(32 * MIB, at(40).least());
        assertEquals(new Mapped(160 * MIB, 158 * MIB, List.of()), at(50));
    }

    @Test
    void whatWasToldLastBeforeTheMmIsTornDown_doesNotHoldUntilThen() {
        scene.at(0, 0).rss(VICTIM, MM, MM_ANONPAGES, 256 * MIB).at(50, 0).add(VICTIM, Tracepoint.EXIT_MMAP, scene.mm(MM), 0);
        assertEquals(new Mapped(256 * MIB, 0, List.of(MM_ANONPAGES)), at(10));
    }

    @Test
    void anMmOfWhichNothingIsToldIsNotKnown() {
        scene.at(0, 0).tick(VICTIM);
        assertEquals(new Mapped(-1, 0, List.of()), Mapped.at(scene.lanes(), -1, 0));
        assertFalse(Mapped.at(scene.lanes(), -1, 0).known());
    }

    @Test
    void aColumnInWhichNothingIsToldHasNoValue() {
        scene.at(0, 0).rss(VICTIM, MM, MM_ANONPAGES, 64 * MIB).at(1000, 0).rss(VICTIM, MM, MM_ANONPAGES, 63 * MIB)
                .at(9000, 0).rss(VICTIM, MM, MM_ANONPAGES, 0).at(10_000, 0).tick(VICTIM);
        CounterLane lane = scene.lanes().rss(scene.mm(MM), MM_ANONPAGES);
        assertNotNull(lane);
        TimeColumns columns = new TimeColumns();
        for (int count : new int[] {10, 1000}) {
            columns.set(0, 10_000, count);
            int[] least = new int[count];
            int[] greatest = new int[count];
            lane.values(columns, least, greatest);
            assertEquals(64 << 10, greatest[0]);
            assertEquals(63 << 10, least[columns.column(1000)]);
            assertEquals(CounterLane.NOTHING, least[columns.column(5000)]);
            assertEquals(0, least[columns.column(9500)]);
        }
    }

    private Mapped at(long ns) {
        Lanes lanes = scene.lanes();
        return Mapped.at(lanes, scene.mm(MM), lanes.trace().rowAtOrAfter(ns + 1) - 1);
    }
}
