package org.reapscope.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.run.Policy;
import org.reapscope.run.Stepper;

/** How many steps of a run are taken: all of a schedule, and of a policy no more than a run may have, which is then said. */
final class StepLimit {

    private final String option;
    private final int most;

    /**
     * A limit that somebody may have asked for.
     *
     * @param option its name, for messages
     * @param asked what was asked for, 0 or more; null if nothing was
     */
    StepLimit(String option, @Nullable Integer asked) {
        this.option = option;
        most = asked == null ? Integer.MAX_VALUE : asked;
    }

    /** The part of a schedule that is wanted. */
    int[] of(int[] schedule) {
        return Arrays.copyOf(schedule, Math.min(most, schedule.length));
    }

    /** Steps as the policy says; on the terminal it says so where the run might never have ended. */
    void run(Stepper stepper, Policy policy) {
        stepper.run(policy, List.of(), Math.min(most, Stepper.LONGEST_RUN), Progress.NONE);
        if (most > Stepper.LONGEST_RUN && stepper.depth() == Stepper.LONGEST_RUN && stepper.canGoOn()) {
            System.err.printf(Locale.ROOT, "reapscope: stopped after %,d steps, and tasks can still run: this run may never end; %s N takes fewer%n",
                    Stepper.LONGEST_RUN, option);
        }
    }
}
