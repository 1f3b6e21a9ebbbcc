package org.reapscope.viewmodel.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.reapscope.kernel.Profile;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/**
 * Where to begin with a scenario: on which kernel, after which steps.
 *
 * @param profile the kernel; the scenario's own if empty
 * @param patches the patches; the scenario's own if empty
 * @param ghost the patches of a ghost over the run; no ghost if empty
 * @param schedule the steps to take, as {@link org.reapscope.schedule.ScheduleText}; empty for none
 * @param policy who chooses them where there is no schedule, as {@link org.reapscope.schedule.PolicyText}
 * @param step where to stand; the end of what was taken if empty
 */
public record RunMoment(Optional<Profile> profile, Optional<List<String>> patches, Optional<List<String>> ghost, String schedule, String policy,
        OptionalInt step) {

    /** The scenario as it is written, before the first step. */
    public static final RunMoment BEGINNING = new RunMoment(Optional.empty(), Optional.empty(), Optional.empty(), "", "", OptionalInt.empty());

    /**
     * A scenario's run at this moment.
     *
     * @throws IOException if the file cannot be read or is no scenario
     * @throws org.reapscope.schedule.ScheduleException if the schedule does not fit
     * @throws org.reapscope.kernel.expr.ModelException if the machine cannot be built
     */
    public RunModel of(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        scenario = profile.map(scenario::on).orElse(scenario);
        scenario = patches.map(scenario::patched).orElse(scenario);
        RunModel model = new RunModel(file, scenario);
        model.show(this);
        return model;
    }
}
