package org.reapscope.app;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Budget;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.Status;
import org.reapscope.explore.witness.Witness;
import org.reapscope.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.schedule.PolicyText;
import org.reapscope.schedule.ScheduleText;
import org.reapscope.schedule.Stepper;
import picocli.CommandLine.Option;

/** Which run of a scenario: a schedule as text, the shortest one that shows a property, or what a policy makes of it. */
final class ScheduleOptions {

    private static final int LONGEST_RUN = 100_000;

    @Option(names = "--schedule", paramLabel = "TEXT", description = "This schedule of a scenario, or the one in the file @FILE; @- for standard input.")
    private @Nullable String schedule;

    @Option(names = "--property", paramLabel = "P", description = "The shortest schedule of a scenario that shows this, as in esrch.")
    private @Nullable String property;

    @Option(names = "--policy", description = {"Else who steps: round-robin if not said, or one of", PolicyText.NAMES})
    private String policy = "round-robin";

    @Option(names = "--seed", description = "Seed of the random policy.")
    private long seed = 42;

    @Option(names = "--steps", paramLabel = "N", description = "Only the first N steps.")
    private int steps = LONGEST_RUN;

    /** Whether a schedule or a property was named. */
    boolean named() {
        return schedule != null || property != null;
    }

    /** The tasks that step, in order; nothing if no schedule shows the property. */
    Optional<int[]> path(Scenario scenario, Machine machine) throws IOException {
        if (steps < 0) {
            throw new IllegalArgumentException("--steps " + steps + ": expected a number from 0 on");
        }
        if (property != null) {
            return witness(scenario, property).map(path -> Arrays.copyOf(path, Math.min(steps, path.length)));
        }
        Stepper stepper = new Stepper(machine);
        if (schedule == null) {
            stepper.run(PolicyText.parse(machine, policy, seed), List.of(), steps, Progress.NONE);
        } else {
            String text = TextArgument.of(schedule);
            int[] tasks = ScheduleText.parse(machine, text);
            stepper.replay(Arrays.copyOf(tasks, Math.min(steps, tasks.length)));
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
