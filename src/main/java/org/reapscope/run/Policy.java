package org.reapscope.run;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Machine;

/**
 * A scheduler: says who steps next. Deterministic: the same history gives the same choice, so stepping back and forth
 * with a policy always shows the same run.
 */
public sealed interface Policy {

    /** Nobody can step, or the policy has nothing more to say. */
    int NOBODY = -1;

    /**
     * The task that steps next, {@link #NOBODY} if none.
     *
     * @param state the state now
     * @param history the run so far
     */
    int choose(Machine machine, long[] state, History history);

    /** Every task in turn, {@code quantum} steps each; one that cannot be preempted goes on. */
    record RoundRobin(int quantum) implements Policy {

        @Override
        public int choose(Machine machine, long[] state, History history) {
            int last = history.last();
            boolean goesOn = last >= 0 && machine.enabled(state, 0, last)
                    && (history.streak() % quantum != 0 || !history.preemptible());
            if (goesOn) {
                return last;
            }
            for (int i = 1; i <= machine.tasks(); i++) {
                int task = (last + i) % machine.tasks();
                if (machine.enabled(state, 0, task)) {
                    return task;
                }
            }
            return NOBODY;
        }
    }

    /** The task that has run least for its weight, as CFS does: {@code weights} by task name, 1024 where not said. */
    record Cfs(Map<String, Integer> weights) implements Policy {

        public Cfs {
            weights = Map.copyOf(weights);
        }

        @Override
        public int choose(Machine machine, long[] state, History history) {
            int best = NOBODY;
            double least = Double.MAX_VALUE;
            for (int task = 0; task < machine.tasks(); task++) {
                double vruntime = (double) history.steps(task)
                        / weights.getOrDefault(machine.spec().tasks().get(task).name(), 1024);
                if (machine.enabled(state, 0, task) && vruntime < least) {
                    best = task;
                    least = vruntime;
                }
            }
            return best;
        }
    }

    /** Any task that can step, all equally likely; the seed and the depth decide, nothing else. */
    record Random(long seed) implements Policy {

        @Override
        public int choose(Machine machine, long[] state, History history) {
            long enabled = machine.enabledMask(state, 0);
            if (enabled == 0) {
                return NOBODY;
            }
            long draw = mix(seed + 0x9E3779B97F4A7C15L * (history.depth() + 1));
            int skip = (int) Long.remainderUnsigned(draw, Long.bitCount(enabled));
            for (int i = 0; i < skip; i++) {
                enabled &= enabled - 1;
            }
            return Long.numberOfTrailingZeros(enabled);
        }

        /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
        private static long mix(long z) {
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }
    }

    /**
     * Tasks of one role get the CPU first and lose it after {@code stepsBefore} steps; from then on they run only when
     * nobody else can: the preempted low-priority reader of the three-CPU chart. The others take turns.
     */
    record Preempted(String role, int stepsBefore) implements Policy {

        @Override
        public int choose(Machine machine, long[] state, History history) {
            int starved = NOBODY;
            int other = NOBODY;
            for (int task = 0; task < machine.tasks(); task++) {
                if (!machine.enabled(state, 0, task)) {
                    continue;
                }
                if (!machine.spec().tasks().get(task).role().equals(role)) {
                    other = other == NOBODY || history.steps(task) < history.steps(other) ? task : other;
                } else if (history.steps(task) < stepsBefore) {
                    return task;
                } else if (starved == NOBODY) {
                    starved = task;
                }
            }
            return other == NOBODY ? starved : other;
        }
    }

    /** The first in this order that can step; tasks not named come last. One that cannot be preempted goes on. */
    record Priority(List<String> order) implements Policy {

        public Priority {
            order = List.copyOf(order);
        }

        @Override
        public int choose(Machine machine, long[] state, History history) {
            int last = history.last();
            if (last >= 0 && !history.preemptible() && machine.enabled(state, 0, last)) {
                return last;
            }
            int best = NOBODY;
            int bestRank = Integer.MAX_VALUE;
            for (int task = 0; task < machine.tasks(); task++) {
                int at = order.indexOf(machine.spec().tasks().get(task).name());
                int rank = at < 0 ? order.size() : at;
                if (machine.enabled(state, 0, task) && rank < bestRank) {
                    best = task;
                    bestRank = rank;
                }
            }
            return best;
        }
    }

    /**
     * Tasks are shut into sets of CPUs ({@code cpuset.cpus}), one CPU a set, {@code sets} by task name, set 0 where not
     * said. The CPUs run side by side: the set that has taken fewest steps steps next, and in it the task that has, so a
     * task in a crowded set is slow however fast the others are. One that cannot be preempted goes on before the others of
     * its set.
     */
    record Cpuset(Map<String, Integer> sets) implements Policy {

        public Cpuset {
            sets = Map.copyOf(sets);
        }

        @Override
        public int choose(Machine machine, long[] state, History history) {
            int best = NOBODY;
            for (int task = 0; task < machine.tasks(); task++) {
                if (machine.enabled(state, 0, task) && (best == NOBODY || before(machine, history, task, best))) {
                    best = task;
                }
            }
            int last = history.last();
            boolean goesOn = best != NOBODY && last >= 0 && !history.preemptible() && machine.enabled(state, 0, last)
                    && set(machine, last) == set(machine, best);
            return goesOn ? last : best;
        }

        private boolean before(Machine machine, History history, int task, int other) {
            int set = set(machine, task);
            int otherSet = set(machine, other);
            return set == otherSet ? history.steps(task) < history.steps(other)
                    : taken(machine, history, set) < taken(machine, history, otherSet);
        }

        private int taken(Machine machine, History history, int set) {
            int steps = 0;
            for (int task = 0; task < machine.tasks(); task++) {
                steps += set(machine, task) == set ? history.steps(task) : 0;
            }
            return steps;
        }

        private int set(Machine machine, int task) {
            return sets.getOrDefault(machine.spec().tasks().get(task).name(), 0);
        }
    }

    /** What a schedule says, step by step; nothing after its end. */
    record Replay(List<Integer> schedule) implements Policy {

        public Replay {
            schedule = List.copyOf(schedule);
        }

        @Override
        public int choose(Machine machine, long[] state, History history) {
            return history.depth() < schedule.size() ? schedule.get(history.depth()) : NOBODY;
        }
    }
}
