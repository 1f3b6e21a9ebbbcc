package org.reapscope.ui.explore;

import org.reapscope.scenario.Scenario;
import org.reapscope.ui.run.RunModel;

/** Shows schedules that a search found in the stepper. */
final class Witnesses {

    private Witnesses() {}

    /** Replays a schedule as a new branch, on the kernel and with the patches that it was found for. */
    static void open(RunModel run, Scenario of, int[] schedule) {
        run.replayOn(of.profile(), of.patches(), schedule);
    }
}
