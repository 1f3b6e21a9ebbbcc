package org.reapscope.trace.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.trace.RssMember;

final class LevelOfDetailTest {

    private static final int COLUMNS = 700;

    private final TimeColumns columns = new TimeColumns();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stateMasksEqualBruteForce_atEveryZoom(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StateLane lane = randomLanes(random).task(1);
        assertNotNull(lane);
        short[] out = new short[COLUMNS];
        for (long width = 40; width < 40_000_000; width = width * 3 / 2) {
            long start = random.nextLong(-width / 2, 6_000_000);
            columns.set(start, start + width, COLUMNS);
            lane.masks(columns, out);
            long grid = gridNs(lane.size() / 4, lane.startNs(0), lane.endNs(lane.size() - 1));
            for (int c = 0; c < COLUMNS; c++) {
                assertEquals(bruteForce(lane, c, grid), out[c] & 0xffff, "column " + c + " of " + width);
            }
        }
    }

    @Test
    void oneMicrosecondStaysVisible_fromAMinuteOutToItself() {
        Scene scene = new Scene().at(0, 0).switched(0, 'R', 1);
        for (int i = 1; i < 20_000; i++) {
            scene.at(i * 3_000_000L, 0).switched(1, 'S', 0).at(i * 3_000_000L + 1_000_000, 0).switched(0, 'R', 1);
        }
        scene.at(60_000_100_000L, 0).lock(1, 7, true).at(60_000_100_000L, 0).switched(1, 'D', 0)
                .at(60_000_101_000L, 0).switched(0, 'R', 1).at(60_100_000_000L, 0).tick(1);
        StateLane lane = scene.lanes().task(scene.task(1));
        assertNotNull(lane);
        short[] out = new short[1600];
        for (long width = 1000; width < 100_000_000_000L; width *= 2) {
            long start = 60_000_100_500L - width / 2;
            columns.set(start, start + width, 1600);
            lane.masks(columns, out);
            int seen = 0;
            for (short mask : out) {
                seen |= mask;
            }
            assertTrue((seen & TaskState.UNINTERRUPTIBLE_LOCK.bit()) != 0, "at width " + width);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void counterExtremesAreNeverAveragedAway(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scene scene = new Scene().at(0, 0).rss(1, 9, RssMember.MM_ANONPAGES, 4096);
        long ns = 0;
        for (int i = 0; i < 20_000; i++) {
            ns += random.nextInt(1000);
            scene.at(ns, 0).rss(1, 9, RssMember.MM_ANONPAGES, 4096L * random.nextInt(1000));
        }
        scene.at(ns + 1, 0).rss(1, 9, RssMember.MM_ANONPAGES, 4096L * 5000).at(ns + 2, 0)
                .rss(1, 9, RssMember.MM_ANONPAGES, 4096L * 20).at(2 * ns, 0).tick(1);
        CounterLane lane = scene.lanes().rss(scene.mm(9), RssMember.MM_ANONPAGES);
        assertNotNull(lane);
        int[] least = new int[COLUMNS];
        int[] greatest = new int[COLUMNS];
        for (long width = 1000; width < 8 * ns; width *= 2) {
            columns.set(ns - width / 2, ns + width - width / 2, COLUMNS);
            lane.values(columns, least, greatest);
            int most = Integer.MIN_VALUE;
            for (int c = 0; c < COLUMNS; c++) {
                most = Math.max(most, greatest[c]);
            }
            assertEquals(20_000, most, "at width " + width);
        }
        assertEquals(4096L * 5000, lane.greatestBytes());
    }

    @Test
    void lockMasksShowAShortWaitAtEveryZoom() {
        Scene scene = new Scene().at(0, 0).tick(1);
        for (int i = 1; i < 5000; i++) {
            scene.at(i * 10_000L, 0).lock(1, 7, false).at(i * 10_000L, 0).locked(1, 7, false).at(i * 10_000L + 100, 0).unlock(1, 7, false);
        }
        scene.at(50_000_000, 0).lock(2, 7, true).at(50_000_900, 0).locked(2, 7, true).at(50_001_000, 0).unlock(2, 7, true)
                .at(60_000_000, 0).tick(1);
        SpanLane lane = scene.lanes().mmapLock(scene.mm(7));
        assertNotNull(lane);
        short[] out = new short[COLUMNS];
        for (long width = 100; width < 400_000_000L; width *= 2) {
            columns.set(50_000_500 - width / 2, 50_000_500 + width / 2, COLUMNS);
            lane.masks(columns, out);
            int seen = 0;
            for (short mask : out) {
                seen |= mask;
            }
            assertTrue((seen & SpanLane.WAIT_WRITE) != 0, "at width " + width);
        }
    }

    private static Lanes randomLanes(SplittableRandom random) {
        Scene scene = new Scene().at(0, 0).switched(0, 'R', 5);
        long ns = 0;
        boolean on = true;
        String letters = "RSDTtZ";
        for (int i = 0; i < 6000; i++) {
            boolean burst = i > 2000 && i < 3500;
            ns += random.nextInt(burst ? 3 : 1500);
            scene.at(ns, 0);
            if (on) {
                scene.switched(5, letters.charAt(random.nextInt(letters.length())), 0);
            } else {
                scene.switched(0, 'R', 5);
            }
            on = !on;
        }
        return scene.lanes();
    }

    /** Width of a bucket of a pyramid with at most so many base buckets. */
    private static long gridNs(int buckets, long firstNs, long lastNs) {
        long grid = 1;
        while ((lastNs - firstNs) / grid + 1 > Integer.highestOneBit(Math.max(1, buckets))) {
            grid *= 2;
        }
        return grid;
    }

    private int bruteForce(StateLane lane, int c, long baseGrid) {
        long grid = baseGrid;
        long from = columns.edgeNs(c);
        long to = columns.endNs(c);
        if (2 * grid <= columns.nsPerColumn()) {
            while (4 * grid <= columns.nsPerColumn()) {
                grid *= 2;
            }
            from = Math.floorDiv(from, grid) * grid;
            to = Math.floorDiv(columns.edgeNs(c + 1), grid) * grid;
        }
        int mask = 0;
        for (int i = 0; i < lane.size(); i++) {
            long start = lane.startNs(i);
            if (start < to && (lane.endNs(i) > from || start >= from)) {
                mask |= lane.state(i).bit() | (start >= from ? StateLane.EDGE : 0);
            }
        }
        return mask;
    }
}
