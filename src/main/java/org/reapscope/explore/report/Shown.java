package org.reapscope.explore.report;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.run.ScheduleText;

/**
 * A schedule that shows something, with the step that decides.
 *
 * @param witness the schedule
 * @param schedule the same as text that the stepper replays
 * @param decision the step after which it could not be avoided; null if there is none or it is not known
 */
public record Shown(Witness witness, String schedule, @Nullable Decision decision) {

    /**
     * A decisive step.
     *
     * @param step its place in the schedule, from 1
     * @param task who takes it
     * @param function the kernel function
     * @param id the step's path in its program
     * @param sentence what it does, with live values
     */
    public record Decision(int step, String task, String function, String id, String sentence) {}

    /**
     * A schedule.
     *
     * @param machine one that can run it and keeps every field
     * @param decisive the place of the decisive step from 0; anything outside the schedule if there is none
     */
    static Shown of(Machine machine, Witness witness, int decisive) {
        return new Shown(witness, ScheduleText.format(machine, witness.schedule()), decision(machine, witness, decisive));
    }

    private static @Nullable Decision decision(Machine machine, Witness witness, int decisive) {
        int[] schedule = witness.schedule();
        if (decisive < 0 || decisive >= schedule.length) {
            return null;
        }
        long[] before = machine.initial();
        for (int k = 0; k < decisive; k++) {
            machine.step(before, 0, schedule[k]);
        }
        int task = schedule[decisive];
        long[] after = before.clone();
        LinkedStep step = machine.next(before, 0, task).orElseThrow();
        machine.step(after, 0, task);
        return new Decision(decisive + 1, machine.spec().tasks().get(task).name(), step.step().function(), step.path(),
                machine.sentence(before, after, task));
    }
}
