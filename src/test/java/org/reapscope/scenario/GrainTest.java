package org.reapscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Grain;
import org.reapscope.scenario.SmallScenarios.Case;

/**
 * What can come out of a scenario does not depend on the grain, where it is small enough to be looked at in both. Every scenario, kernel and patch is among the cases; every
 * combination of them is looked at with {@code -DargLine=-Dgrains=all}, which takes some minutes.
 */
final class GrainTest {

    private static final int MOST = 10_000;

    static List<Case> cases() throws IOException {
        return System.getProperty("grains", "").equals("all") ? SmallScenarios.everyKernelAndPatch(Grain.COARSE)
                : SmallScenarios.aSpread(Grain.COARSE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fineAndCoarseStepsHaveTheSameOutcomes(Case coarse) {
        EveryRun few = EveryRun.of(coarse.machine());
        assumeTrue(few.states() <= MOST, "in fine steps it is too large to be searched whole");
        EveryRun all = EveryRun.of(new Case(coarse.scenario(), Grain.FINE).machine());
        assertEquals(all.outcomes(), few.outcomes());
        assertEquals(all.everHeld(), few.everHeld());
        assertEquals(all.deadlocks() > 0, few.deadlocks() > 0);
    }
}
