package org.reapscope.lesson.goal;

import java.util.List;

import org.reapscope.explore.Explorer;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.lesson.LessonException;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * Something that a run of a scenario may come to. Its machine keeps only what matters for that; it has the same tasks as
 * the machine that is shown, so schedules are the same on both.
 */
public final class Goal {

    private final Scenario scenario;
    private final Property property;
    private final MachineSpec spec;
    private final Machine machine;
    private final int fact;

    private Goal(Scenario scenario, Property property, MachineSpec spec) {
        this.scenario = scenario;
        this.property = property;
        this.spec = spec;
        this.machine = spec.withFacts(Explorer.facts(List.of(property), spec)).build();
        this.fact = deadlock() ? -1 : machine.fact(property.fact());
    }

    /**
     * A goal in words: a fact such as {@code esrch-harmful}, an expression such as {@code reach(mm_users == 1)}, or
     * {@code deadlock}.
     *
     * @throws LessonException if it cannot be understood, or is a question of another kind
     */
    public static Goal of(Scenario scenario, String text) {
        try {
            MachineSpec spec = ScenarioSystem.toExplore(scenario.watching(scenario.litmus().isPresent() ? scenario.facts() : List.of())).spec();
            Property property = Explorer.parse(List.of(text), spec).getFirst();
            if (property.kind() != Property.Kind.REACH && property.kind() != Property.Kind.DEADLOCK) {
                throw new LessonException("'" + text + "' is no goal; name what is to come about, as in esrch-harmful or reach(mm_users == 1)");
            }
            return new Goal(scenario, property, spec);
        } catch (PropertyException | ModelException e) {
            throw new LessonException(String.valueOf(e.getMessage()));
        }
    }

    /** As it was written. */
    public String text() {
        return property.text();
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The machine's specification before it was cut to this goal. */
    public MachineSpec spec() {
        return spec;
    }

    /** A machine that knows whether the goal is reached. */
    public Machine machine() {
        return machine;
    }

    /** Whether the goal is that nobody can step although somebody is not done. */
    public boolean deadlock() {
        return property.kind() == Property.Kind.DEADLOCK;
    }

    /** Whether it is reached in a state of {@link #machine}. */
    public boolean reached(long[] state) {
        return deadlock() ? machine.deadlocked(state, 0) : machine.compiled().fact(state, 0, fact) != 0;
    }

    /** The state of {@link #machine} after a schedule. */
    public long[] after(int... schedule) {
        long[] state = machine.initial();
        for (int task : schedule) {
            machine.step(state, 0, task);
        }
        return state;
    }
}
