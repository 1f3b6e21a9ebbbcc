package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;
import org.reapscope.run.PolicyText;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import picocli.CommandLine.Option;

/** Which run of a scenario: a schedule as text, the shortest one that shows a property, or what a policy makes of it. */
final class ScheduleOptions {

    @Option(names = "--schedule", paramLabel = "TEXT", description = "This schedule of a scenario, or the one in the file @FILE; @- for standard input.")
    private @Nullable String schedule;

    @Option(names = "--property", paramLabel = "P", completionCandidates = Candidates.Properties.class, description = "The shortest schedule of a scenario that shows this, as in esrch.")
    private @Nullable String property;

    @Option(names = "--policy", description = {"Else who steps: round-robin if not said, or one of", PolicyText.NAMES})
    private String policy = "round-robin";

    @Option(names = "--seed", description = "Seed of the random policy.")
    private long seed = 42;

    @Option(names = "--steps", paramLabel = "N", converter = WholeNumber.FromZero.class, description = "Only the first N steps; without a schedule or a property no more than 100,000.")
    private @Nullable Integer steps;

    /** The files that are read for a scenario or capture with these options. */
    List<Path> inputs(Path file) {
        return InputFiles.of(file, schedule == null ? "" : schedule);
    }

    /** Whether a property was named, so that the schedule is the shortest that shows it. */
    boolean ofProperty() {
        return property != null;
    }

    /** Whether a schedule or a property was named. */
    boolean named() {
        return schedule != null || property != null;
    }

    /** The tasks that step, in order; nothing if no schedule shows the property. */
    Optional<int[]> path(Scenario scenario, Machine machine) throws IOException {
        StepLimit limit = new StepLimit("--steps", steps);
        if (property != null) {
            return witness(scenario, property).map(limit::of);
        }
        Stepper stepper = new Stepper(machine);
        if (schedule == null) {
            limit.run(stepper, PolicyText.parse(machine, policy, seed));
        } else {
            String text = TextArgument.of(schedule);
            int[] tasks = ScheduleText.parse(machine, text);
            stepper.replay(limit.of(tasks));
        }
        return Optional.of(stepper.path());
    }

    private static Optional<int[]> witness(Scenario scenario, String property) {
        Answer answer = Explorer.explore(ScenarioSystem.toExplore(scenario).spec(), List.of(property),
                new Request(false, false, 0, true), Budget.standard(), Status.Listener.NONE).answers().getFirst();
        if (!answer.property().isVerdict()) {
            throw new IllegalArgumentException("--property " + property + ": this asks for a number, which no schedule shows; name what can happen, as in esrch");
        }
        return Optional.ofNullable(answer.shortest()).map(Witness::schedule);
    }
}
