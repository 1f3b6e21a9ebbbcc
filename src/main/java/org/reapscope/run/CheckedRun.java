package org.reapscope.run;

import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.Invariants;

/** A run with what must hold in every state ({@link Invariants}) looked at after every step. */
public final class CheckedRun {

    private CheckedRun() {}

    /**
     * A step that broke something.
     *
     * @param step its number, from 1; 0 for the state before the first
     * @param invariants what no longer holds, in words
     */
    public record Broken(int step, List<String> invariants) {

        /** Keeps a copy. */
        public Broken {
            invariants = List.copyOf(invariants);
        }
    }

    /**
     * The first step of a run after which an invariant does not hold; empty if all do to the end. Linear in the steps.
     *
     * @throws org.reapscope.kernel.expr.ModelException if a step would bring a counter below zero or past its field
     */
    public static Optional<Broken> of(Machine machine, int[] schedule) {
        long[] state = machine.initial();
        for (int step = 0;; step++) {
            List<String> broken = Invariants.check(machine, state, 0);
            if (!broken.isEmpty()) {
                return Optional.of(new Broken(step, broken));
            }
            if (step == schedule.length) {
                return Optional.empty();
            }
            machine.step(state, 0, schedule[step]);
        }
    }
}
