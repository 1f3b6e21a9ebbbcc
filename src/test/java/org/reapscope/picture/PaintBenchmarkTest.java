package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;

final class PaintBenchmarkTest {

    @Test
    void framesAllocateNextToNothing_andEventsTakeAtMost48Bytes() {
        PaintFigures figures = PaintBenchmark.run(400_000, 800, 450, 40, Progress.NONE);
        assertEquals(400_000, figures.events());
        assertTrue(figures.bytesPerFrame() < 16_384, figures::toString);
        assertTrue(figures.bytesPerEvent() <= 48, figures::toString);
        assertTrue(figures.p50Ms() <= figures.p99Ms() && figures.p99Ms() <= figures.worstMs(), figures::toString);
    }
}
