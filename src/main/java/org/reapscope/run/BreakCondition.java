package org.reapscope.run;

import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MicroStep;

/** When a run is to stop. Judged after every step. */
public sealed interface BreakCondition {

    /**
     * Whether the run stops after {@code task} stepped from one state to the other.
     *
     * @param step the step that was taken
     */
    boolean met(Machine machine, long[] before, long[] after, int task, LinkedStep step);

    /** A fact that did not hold before the step holds after it. */
    record FactHolds(String fact) implements BreakCondition {

        @Override
        public boolean met(Machine machine, long[] before, long[] after, int task, LinkedStep step) {
            return machine.holds(fact, after, 0) && !machine.holds(fact, before, 0);
        }
    }

    /** Some task now wants a lock that somebody else holds, and did not before. {@code lock} empty means any lock. */
    record LockCollides(String lock) implements BreakCondition {

        @Override
        public boolean met(Machine machine, long[] before, long[] after, int task, LinkedStep step) {
            for (int t = 0; t < machine.tasks(); t++) {
                if (waits(machine, after, t) && !waits(machine, before, t)) {
                    return true;
                }
            }
            return false;
        }

        private boolean waits(Machine machine, long[] state, int task) {
            return machine.blockedOn(state, 0, task)
                    .filter(b -> b.lock() != null && (lock.isEmpty() || b.lock().name().equals(lock)))
                    .filter(b -> !b.holders().isEmpty())
                    .isPresent();
        }
    }

    /** A task enters a kernel function: it took its first step there. */
    record FunctionEntered(String function) implements BreakCondition {

        @Override
        public boolean met(Machine machine, long[] before, long[] after, int task, LinkedStep step) {
            int pc = step.pc();
            return step.parts().stream().map(MicroStep::function).anyMatch(function::equals)
                    && (pc == 0 || !machine.program(task).get(pc - 1).step().function().equals(function));
        }
    }

    /** A cell of the state changes; {@code cell} as in {@link Change#name}. */
    record ValueChanges(String cell) implements BreakCondition {

        @Override
        public boolean met(Machine machine, long[] before, long[] after, int task, LinkedStep step) {
            return Change.between(machine, before, after).stream().anyMatch(c -> c.name().equals(cell));
        }
    }
}
