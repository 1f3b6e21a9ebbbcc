package org.reapscope.trace.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** So many who hold, wait or ask that nothing may look at each of them for each of the others. */
final class CrowdTest {

    private static final long MM = 7;

    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void blockersAreCountedAsTheyAreListed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int tasks = 12;
        int[] phase = new int[tasks];
        boolean[] write = new boolean[tasks];
        for (int i = 1; i <= 2000; i++) {
            int task = random.nextInt(tasks);
            scene.at(10L * i, task % 3);
            switch (phase[task]++ % 3) {
                case 0 -> {
                    write[task] = random.nextInt(3) == 0;
                    scene.lock(100 + task, MM, write[task]);
                }
                case 1 -> scene.locked(100 + task, MM, write[task]);
                default -> scene.unlock(100 + task, MM, write[task]);
            }
        }
        SpanLane lane = scene.lanes().mmapLock(scene.mm(MM));
        assertNotNull(lane);
        for (int span = 0; span < lane.size(); span++) {
            int all = lane.blockers(span).size();
            assertEquals(all, lane.blockerCount(span), "span " + span);
            assertEquals(lane.blockers(span).subList(0, Math.min(3, all)), lane.blockers(span, 3));
        }
    }

    @Test
    void aTaskMayAskForAnyNumberOfLocksAndNeverGetOne() {
        int locks = 200_000;
        for (int i = 0; i < locks; i++) {
            scene.at(i, 0).lock(10, 0x1000 + 64L * i, false);
        }
        Lanes lanes = scene.at(locks, 0).tick(10).lanes();
        assertEquals(locks, lanes.ids().size());
        assertTrue(lanes.ids().stream().map(lanes::lane).allMatch(lane -> lane != null && lane.size() == 1 && lane.openEnd(0)));
    }
}
