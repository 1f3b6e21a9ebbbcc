package org.reapscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Profile;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/**
 * Where to begin with a scenario: on which kernel, after which steps.
 *
 * @param profile the kernel; the scenario's own if empty
 * @param patches the patches; the scenario's own if empty
 * @param ghost the patches of a ghost over the run; no ghost if empty
 * @param schedule the steps to take, as {@link org.reapscope.run.ScheduleText}; empty for none
 * @param policy who chooses them where there is no schedule, as {@link org.reapscope.run.PolicyText}
 * @param step where to stand; the end of what was taken if empty
 */
public record RunMoment(Optional<Profile> profile, Optional<List<String>> patches, Optional<List<String>> ghost, String schedule, String policy,
        OptionalInt step) {

    /** The scenario as it is written, before the first step. */
    public static final RunMoment BEGINNING = new RunMoment(Optional.empty(), Optional.empty(), Optional.empty(), "", "", OptionalInt.empty());

    /** Seed of a policy that draws lots. */
    public static final long SEED = 42;

    /**
     * A scenario's run at this moment.
     *
     * @throws IOException if the file cannot be read or is no scenario
     * @throws org.reapscope.run.ScheduleException if the schedule does not fit
     * @throws org.reapscope.kernel.expr.ModelException if the machine cannot be built
     */
    public KernelRun of(Path file) throws IOException {
        Scenario written = ScenarioFile.read(file);
        Scenario scenario = profile.map(written::on).orElse(written);
        scenario = patches.map(scenario::patched).orElse(scenario);
        KernelRun run = KernelRun.of(scenario, written);
        if (equals(BEGINNING)) {
            run.remark(ready(run.stepper(), scenario));
        } else {
            show(run.stepper());
        }
        ghost.ifPresent(run::haunt);
        run.settle();
        return run;
    }

    /**
     * Before the first step, with the steps ahead that tell the story, as far as they can be taken on this kernel.
     *
     * @return why not all can; empty if they can
     */
    private static String ready(Stepper stepper, Scenario scenario) {
        String trouble = "";
        try {
            if (!scenario.schedule().isEmpty()) {
                stepper.replay(ScheduleText.parse(stepper.machine(), scenario.schedule()));
            }
        } catch (ScheduleException e) {
            trouble = scenario.id() + ": \"schedule\": " + e.getMessage() + "; what fits of it is ready, write the rest anew";
        }
        stepper.jump(0);
        return trouble;
    }

    private void show(Stepper stepper) {
        if (!schedule.isEmpty()) {
            stepper.replay(ScheduleText.parse(stepper.machine(), schedule));
            stepper.jump(step.orElse(stepper.depth()));
        } else if (!policy.isEmpty() || step.isPresent()) {
            String steps = policy.isEmpty() ? "round-robin" : policy;
            stepper.run(PolicyText.parse(stepper.machine(), steps, SEED), List.of(), Math.min(Stepper.LONGEST_RUN, step.orElse(Stepper.LONGEST_RUN)),
                    Progress.NONE);
        }
    }
}
