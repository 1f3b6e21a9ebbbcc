package org.reapscope.viewmodel.explore;

import org.reapscope.scenario.Scenario;
import org.reapscope.schedule.ScheduleText;
import org.reapscope.viewmodel.run.RunModel;

/** Shows schedules that a search found in the stepper. */
final class Witnesses {

    private Witnesses() {}

    /** Replays a schedule as a new branch, after going to the kernel and the patches that it was found for. */
    static void open(RunModel run, Scenario of, int[] schedule) {
        if (!run.scenario().equals(of)) {
            run.change(of.profile(), of.patches());
        }
        if (run.scenario().equals(of)) {
            run.replay(ScheduleText.format(run.machine(), schedule));
        }
    }
}
