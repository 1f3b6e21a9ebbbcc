package org.reapscope.explore.bounded;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.expr.Steps;

/**
 * Schedules drawn at random, every task that can step being equally likely: sampling, no proof. Shows what is frequent and
 * needs no memory; the same seed gives the same runs.
 */
public final class RandomRuns {

    private static final int LONGEST = 100_000;

    private final Machine machine;
    private final Steps steps;
    private final SplittableRandom random;
    private final Status.Listener listener;
    private final int[][] shortest;
    private final int[] runsWith;
    private int @Nullable [] toDeadlock;
    private int deadlocks;
    private int[] run = new int[256];
    private long taken;
    private int longest;
    private long held;

    private RandomRuns(Machine machine, long seed, Status.Listener listener) {
        this.machine = machine;
        this.steps = machine.compiled();
        this.random = new SplittableRandom(seed);
        this.listener = listener;
        this.shortest = new int[machine.spec().facts().size()][];
        this.runsWith = new int[shortest.length];
    }

    /**
     * Runs the machine so many times from the beginning to an end, or for {@value #LONGEST} steps; fewer times if the listener
     * has enough.
     *
     * @param properties as text; numbers and steps are not answered. Probabilities are the share of runs
     * @throws org.reapscope.explore.property.PropertyException if a property cannot be understood
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static Report explore(MachineSpec spec, List<String> properties, int runs, long seed, Status.Listener listener) {
        List<Property> parsed = Explorer.parse(properties, spec);
        Machine machine = spec.withFacts(Explorer.facts(parsed, spec)).build();
        RandomRuns sample = new RandomRuns(machine, seed, listener);
        int whole = sample.times(runs);
        List<Answer> answers = parsed.stream().map(p -> sample.answer(p, whole)).toList();
        String words = String.format(java.util.Locale.ROOT, "%,d random runs with seed %d%s: sampled, not proved", whole, seed,
                whole < runs ? ", then the search was ended" : "");
        return new Report(false, Report.Method.SAMPLED, words, 0, sample.taken, sample.longest, 0, List.of(), answers);
    }

    /** How many runs came to their end. */
    private int times(int runs) {
        for (int k = 0; k < runs; k++) {
            try {
                once();
            } catch (EnoughFound e) {
                return k;
            }
        }
        return runs;
    }

    private void once() {
        long[] state = machine.initial();
        int length = 0;
        long inThisRun = note(0, state, length);
        long enabled = steps.enabledMask(state, 0);
        while (enabled != 0 && length < LONGEST) {
            int task = pick(enabled);
            steps.step(state, 0, task);
            if (length == run.length) {
                run = Arrays.copyOf(run, 2 * length);
            }
            run[length++] = task;
            inThisRun |= note(inThisRun, state, length);
            enabled = steps.enabledMask(state, 0);
            if (++taken % (1 << 12) == 0) {
                listener.at(new Status(0, taken, length, 0, 0, held));
            }
        }
        longest = Math.max(longest, length);
        for (long rest = inThisRun; rest != 0; rest &= rest - 1) {
            runsWith[Long.numberOfTrailingZeros(rest)]++;
        }
        if (enabled == 0 && !machine.finished(state, 0)) {
            deadlocks++;
            toDeadlock = shorter(toDeadlock, length);
        }
    }

    /** Remembers the facts that hold now and did not before in this run; returns all that hold now. */
    private long note(long before, long[] state, int length) {
        long facts = steps.facts(state, 0);
        for (long fresh = facts & ~before; fresh != 0; fresh &= fresh - 1) {
            int fact = Long.numberOfTrailingZeros(fresh);
            shortest[fact] = shorter(shortest[fact], length);
        }
        held |= facts;
        return facts;
    }

    private int[] shorter(int @Nullable [] known, int length) {
        return known == null || length < known.length ? Arrays.copyOf(run, length) : known;
    }

    private int pick(long enabled) {
        long rest = enabled;
        for (int skip = random.nextInt(Long.bitCount(enabled)); skip > 0; skip--) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    private Answer answer(Property p, int runs) {
        boolean deadlock = p.kind() == Property.Kind.DEADLOCK;
        if (!deadlock && !p.isAboutEver()) {
            return new Answer(p, Verdict.UNKNOWN, null, null, null, null);
        }
        int[] way = deadlock ? toDeadlock : shortest[machine.fact(p.fact())];
        double share = (double) (deadlock ? deadlocks : runsWith[machine.fact(p.fact())]) / Math.max(1, runs);
        return way == null ? new Answer(p, Verdict.UNKNOWN, null, share, null, null)
                : new Answer(p, Verdict.POSSIBLE, null, share, Witness.of(machine, way), null);
    }
}
