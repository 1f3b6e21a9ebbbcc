package org.reapscope.explore.witness;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.reduce.Reduced;
import org.reapscope.kernel.Machine;

/**
 * Where a schedule decides whether a fact comes to hold, found by reduced searches from single states of the schedule: for
 * machines of any size. Where the whole graph is at hand, {@link org.reapscope.explore.graph.Outlook} says the same.
 *
 * <p>May be used for facts that stay true once they hold, on machines all of whose schedules end; elsewhere it says
 * nothing.
 */
public final class Fate {

    private final Machine machine;
    private final int fact;
    private final Function<long[], Reduced.Result> searches;
    private final boolean mayBeAsked;

    private Fate(Machine machine, int fact, Budget budget, Status.Listener listener) {
        this.machine = machine;
        this.fact = fact;
        this.searches = Reduced.from(machine, budget, listener);
        this.mayBeAsked = Reduced.refusals(machine, 1L << fact).isEmpty();
    }

    /** The fate of a fact. */
    public static Fate of(int fact, Machine machine, Budget budget, Status.Listener listener) {
        return new Fate(machine, fact, budget, listener);
    }

    /**
     * The nearest schedule that ends otherwise: the same until just before the matter was decided, then another choice.
     *
     * @param decisive the place, from 0, of the step that decided; the other schedule differs from there on
     * @param schedule the whole other schedule, to its end
     * @param holds whether the fact comes to hold on it
     */
    public record Contrast(int decisive, Witness schedule, boolean holds) {}

    /** What is still open in a state; nothing if that cannot be said. */
    public Optional<Lamp> lamp(long[] state) {
        if (mayBeAsked && (machine.compiled().facts(state, 0) >>> fact & 1) != 0) {
            return Optional.of(Lamp.CERTAIN);
        }
        return search(state).map(this::lamp);
    }

    /**
     * The step, from 0, after which it was settled whether the fact comes to hold: -1 if it was from the beginning, the
     * schedule's length if it is still open at its end; nothing if that cannot be said. At most one search for every
     * doubling of the length.
     *
     * @throws IllegalArgumentException if a step cannot be taken
     */
    public Optional<Integer> decisiveStep(int[] schedule) {
        Witness.of(machine, schedule);
        int open = -1;
        int settled = schedule.length + 1;
        // What is settled stays settled: halve the stretch in which it happens.
        while (settled - open > 1) {
            int middle = (open + settled) / 2;
            Optional<Lamp> lamp = lamp(after(schedule, middle));
            if (lamp.isEmpty()) {
                return Optional.empty();
            }
            if (lamp.get() == Lamp.POSSIBLE) {
                open = middle;
            } else {
                settled = middle;
            }
        }
        return Optional.of(settled - 1);
    }

    /** The nearest schedule that ends otherwise; nothing if nothing was open in this one, or if that cannot be said. */
    public Optional<Contrast> contrast(int[] schedule) {
        Optional<Integer> decisive = decisiveStep(schedule);
        if (decisive.isEmpty() || decisive.get() < 0 || decisive.get() >= schedule.length) {
            return Optional.empty();
        }
        int at = decisive.get();
        boolean held = lamp(after(schedule, at + 1)).equals(Optional.of(Lamp.CERTAIN));
        long[] before = after(schedule, at);
        int[] best = null;
        for (long rest = machine.enabledMask(before, 0) & ~(1L << schedule[at]); rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            long[] next = before.clone();
            machine.step(next, 0, task);
            int[] way = search(next).map(r -> flipped(r, held)).orElse(null);
            if (way != null && (best == null || way.length + 1 < best.length)) {
                best = joined(new int[] {task}, way);
            }
        }
        return best == null ? Optional.empty()
                : Optional.of(new Contrast(at, Witness.of(machine, joined(Arrays.copyOf(schedule, at), best)), !held));
    }

    /** A way from there on which the outcome is the other one. */
    private int @Nullable [] flipped(Reduced.Result found, boolean held) {
        if (held) {
            return lamp(found) == Lamp.CERTAIN ? null : found.waysAround().get(fact);
        }
        return lamp(found) == Lamp.IMPOSSIBLE ? null : found.ways().get(fact);
    }

    private Lamp lamp(Reduced.Result found) {
        return (found.heldAtAllEnds() >>> fact & 1) != 0 ? Lamp.CERTAIN
                : (found.held() >>> fact & 1) != 0 ? Lamp.POSSIBLE : Lamp.IMPOSSIBLE;
    }

    private Optional<Reduced.Result> search(long[] state) {
        return mayBeAsked ? Optional.of(searches.apply(state)).filter(Reduced.Result::decides) : Optional.empty();
    }

    private long[] after(int[] schedule, int steps) {
        long[] state = machine.initial();
        for (int k = 0; k < steps; k++) {
            machine.step(state, 0, schedule[k]);
        }
        return state;
    }

    private static int[] joined(int[] first, int[] then) {
        int[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }
}
