package org.reapscope.kernel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.reapscope.kernel.expr.Steps;

/** Brute force for tests: every state that a small machine can reach, each visited once. */
public final class EveryRun {

    private static final int LIMIT = 2_000_000;

    private final Machine machine;
    private final Map<Key, Boolean> seen = new LinkedHashMap<>();
    private long transitions;
    private int deadlocks;
    private final Set<String> outcomes = new TreeSet<>();
    private final Set<String> everHeld = new TreeSet<>();

    private record Key(long hash, List<Long> words) {
        static Key of(long[] s) {
            return new Key(Arrays.hashCode(s), Arrays.stream(s).boxed().toList());
        }
    }

    private EveryRun(Machine machine) {
        this.machine = machine;
    }

    /** Visits every state. */
    public static EveryRun of(Machine machine) {
        return of(machine, s -> {});
    }

    /** Visits every state and shows each to {@code visitor}. */
    public static EveryRun of(Machine machine, Consumer<long[]> visitor) {
        EveryRun run = new EveryRun(machine);
        run.search(visitor);
        return run;
    }

    private void search(Consumer<long[]> visitor) {
        Steps steps = machine.compiled();
        Deque<long[]> todo = new ArrayDeque<>();
        long[] first = machine.initial();
        seen.put(Key.of(first), true);
        todo.push(first);
        while (!todo.isEmpty()) {
            long[] s = todo.pop();
            visitor.accept(s);
            noteFacts(s, steps);
            long mask = steps.enabledMask(s, 0);
            if (mask == 0) {
                end(s, steps);
            }
            for (; mask != 0; mask &= mask - 1) {
                long[] next = s.clone();
                steps.step(next, 0, Long.numberOfTrailingZeros(mask));
                transitions++;
                if (seen.put(Key.of(next), true) == null) {
                    todo.push(next);
                    if (seen.size() > LIMIT) {
                        throw new AssertionError("more than " + LIMIT + " states");
                    }
                }
            }
        }
    }

    private void noteFacts(long[] s, Steps steps) {
        long facts = steps.facts(s, 0);
        for (int k = 0; k < machine.spec().facts().size(); k++) {
            if ((facts >>> k & 1) != 0) {
                everHeld.add(machine.spec().facts().get(k).name());
            }
        }
    }

    private void end(long[] s, Steps steps) {
        if (machine.deadlocked(s, 0)) {
            deadlocks++;
        }
        StringBuilder text = new StringBuilder(machine.deadlocked(s, 0) ? "deadlock " : "");
        for (int k = 0; k < machine.spec().facts().size(); k++) {
            text.append(machine.spec().facts().get(k).name()).append('=').append(steps.fact(s, 0, k)).append(' ');
        }
        outcomes.add(text.toString().strip());
    }

    /** How many states there are. */
    public int states() {
        return seen.size();
    }

    /** How many steps lead from one state to another. */
    public long transitions() {
        return transitions;
    }

    /** How many states are stuck. */
    public int deadlocks() {
        return deadlocks;
    }

    /** The values of all facts at the end, for every way it can end. */
    public Set<String> outcomes() {
        return outcomes;
    }

    /** The facts that hold in some state. */
    public Set<String> everHeld() {
        return everHeld;
    }

    /** A run with a seeded scheduler; {@code visitor} sees every state and the task about to step. */
    public static long[] random(Machine machine, long seed, int maxSteps, StepVisitor visitor) {
        Random random = new Random(seed);
        long[] s = machine.initial();
        for (int k = 0; k < maxSteps; k++) {
            long mask = machine.enabledMask(s, 0);
            if (mask == 0) {
                break;
            }
            int pick = random.nextInt(Long.bitCount(mask));
            for (int i = 0; i < pick; i++) {
                mask &= mask - 1;
            }
            int task = Long.numberOfTrailingZeros(mask);
            visitor.before(s, task);
            machine.step(s, 0, task);
        }
        return s;
    }

    /** Sees a state before a step. */
    @FunctionalInterface
    public interface StepVisitor {

        /** The task is about to step. */
        void before(long[] state, int task);
    }
}
