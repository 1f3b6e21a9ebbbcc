package org.reapscope.explore.report;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.CheapestFirst;
import org.reapscope.explore.witness.CostOrder;
import org.reapscope.explore.witness.Fate;
import org.reapscope.explore.witness.Minimiser;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.run.ScheduleException;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * A person's own schedule beside the best there are, and beside the nearest one that ends otherwise.
 *
 * @param scenario what it is a schedule of
 * @param property what it shows
 * @param own as it was given
 * @param smaller made of it by leaving out and joining
 * @param shortest the fewest steps that show it; null if memory ran out before they were found
 * @param fewestPreemptions the fewest preemptions that show it; null likewise
 * @param contrast the same until its decisive step, then another choice, on which the property never holds; the step shown is
 *     that other choice. Null if there is none or it cannot be said
 */
public record Minimised(Scenario scenario, String property, Shown own, Shown smaller, @Nullable Shown shortest,
        @Nullable Shown fewestPreemptions, @Nullable Shown contrast) {

    /**
     * Makes a schedule smaller.
     *
     * @param spec the scenario's machine in the fine grain
     * @param property as text; must ask whether something ever holds
     * @param schedule as text
     * @throws ScheduleException if the schedule cannot be read or run, or does not show the property
     * @throws org.reapscope.explore.property.PropertyException if the property cannot be understood
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static Minimised of(Scenario scenario, MachineSpec spec, String property, String schedule, Budget budget,
            Status.Listener listener) {
        Property asked = Explorer.parse(List.of(property), spec).getFirst();
        if (!asked.isAboutEver()) {
            throw new ScheduleException("property \"" + property + "\" is not shown by a schedule; ask whether something ever"
                    + " holds, as in reach(esrch)");
        }
        Machine machine = spec.withFacts(Explorer.facts(List.of(asked), spec)).build();
        int fact = machine.fact(asked.fact());
        Machine shown = ScenarioSystem.toStep(scenario).spec().build();
        Fate fate = Fate.of(fact, machine, budget, listener);
        int[] tasks = ScheduleText.parse(machine, schedule);
        Witness own;
        Witness smaller;
        try {
            own = Witness.of(machine, tasks);
            smaller = Minimiser.than(tasks, fact, machine);
        } catch (IllegalArgumentException e) {
            throw new ScheduleException("schedule to be made smaller: " + e.getMessage());
        }
        Optional<Witness> brief = CheapestFirst.to(fact, machine, CostOrder.STEPS_THEN_PREEMPTIONS, budget, listener);
        Optional<Witness> calm = CheapestFirst.to(fact, machine, CostOrder.PREEMPTIONS_THEN_STEPS, budget, listener);
        return new Minimised(scenario, property, shown(shown, own, fate), shown(shown, smaller, fate),
                brief.map(w -> shown(shown, w, fate)).orElse(null), calm.map(w -> shown(shown, w, fate)).orElse(null),
                fate.contrast(own.schedule()).map(c -> Shown.of(shown, c.schedule(), c.decisive())).orElse(null));
    }

    private static Shown shown(Machine machine, Witness witness, Fate fate) {
        return Shown.of(machine, witness, fate.decisiveStep(witness.schedule()).orElse(-1));
    }
}
