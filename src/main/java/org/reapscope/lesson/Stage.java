package org.reapscope.lesson;

import java.util.Arrays;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.run.ScheduleException;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * A scenario at the moment that a page or question is about.
 *
 * @param scenario with its kernel and patches
 * @param machine of which everything can be shown
 * @param schedule the whole run, whose steps can all be taken
 * @param step how many of them have been taken
 */
public record Stage(Scenario scenario, Machine machine, int[] schedule, int step) {

    /**
     * Opens a scenario and takes the steps.
     *
     * @throws LessonException if the scenario, its kernel or the schedule does not fit; says why
     */
    public static Stage of(LessonExhibit.Run run, Library library) {
        Scenario scenario = library.scenario(run);
        try {
            Machine machine = ScenarioSystem.toStep(scenario).spec().build();
            return at(scenario, machine, ScheduleText.parse(machine, run.schedule()), run.step());
        } catch (ModelException | ScheduleException e) {
            throw new LessonException(run.scenario() + ": " + e.getMessage());
        }
    }

    /** The stage after so many steps of a schedule. */
    public static Stage at(Scenario scenario, Machine machine, int[] schedule, int step) {
        long[] state = machine.initial();
        for (int k = 0; k < schedule.length; k++) {
            if (!machine.enabled(state, 0, schedule[k])) {
                throw new LessonException("step " + (k + 1) + " of the schedule cannot be taken: "
                        + machine.spec().tasks().get(schedule[k]).name() + ": "
                        + org.reapscope.run.Choice.of(machine, state, schedule[k]).obstacle());
            }
            machine.step(state, 0, schedule[k]);
        }
        if (step > schedule.length) {
            throw new LessonException("\"step\" is " + step + ", but the schedule has " + schedule.length + " steps");
        }
        return new Stage(scenario, machine, schedule, step);
    }

    /** The stage at which a challenge begins: this one, or another step of its run. */
    public Stage of(Challenge challenge) {
        return challenge.step() < 0 ? this : at(scenario, machine, schedule, challenge.step());
    }

    /** The stage that a question is asked at: this one, or where its own schedule leads. */
    public Stage of(Question question) {
        if (question.schedule().isEmpty()) {
            return question.step() < 0 ? this : at(scenario, machine, schedule, question.step());
        }
        try {
            int[] own = ScheduleText.parse(machine, question.schedule());
            return at(scenario, machine, own, question.step() < 0 ? own.length : question.step());
        } catch (ScheduleException e) {
            throw new LessonException(String.valueOf(e.getMessage()));
        }
    }

    /** The steps that have been taken. */
    public int[] taken() {
        return Arrays.copyOf(schedule, step);
    }

    /** A copy of the state here. */
    public long[] state() {
        long[] state = machine.initial();
        for (int k = 0; k < step; k++) {
            machine.step(state, 0, schedule[k]);
        }
        return state;
    }

    /** The index of a task. */
    public int task(String name) {
        try {
            return machine.spec().task(name);
        } catch (ModelException e) {
            throw new LessonException(e.getMessage() + "; the tasks are "
                    + String.join(", ", machine.spec().tasks().stream().map(t -> t.name()).toList()));
        }
    }

    /** The schedule taken so far, continued, as text. */
    public String text(int... more) {
        int[] all = Arrays.copyOf(schedule, step + more.length);
        System.arraycopy(more, 0, all, step, more.length);
        return ScheduleText.format(machine, all);
    }

    @Override
    public int[] schedule() {
        return schedule.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stage s && machine == s.machine && step == s.step && Arrays.equals(schedule, s.schedule);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(schedule) + step;
    }
}
