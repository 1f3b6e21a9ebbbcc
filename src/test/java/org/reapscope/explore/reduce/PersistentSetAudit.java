package org.reapscope.explore.reduce;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;

/**
 * Checks by brute force that a chosen set of tasks may stand for all: every run of the other tasks keeps each chosen next
 * step possible and commuting, and keeps the chosen tasks that are blocked blocked.
 */
final class PersistentSetAudit {

    private final Machine machine;
    private long checks;

    PersistentSetAudit(Machine machine) {
        this.machine = machine;
    }

    long checks() {
        return checks;
    }

    private record Key(long[] words) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && Arrays.equals(words, k.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    /** What is wrong with the set at this state, or null. */
    @Nullable String objection(long[] state, long set) {
        long enabled = machine.enabledMask(state, 0);
        if (enabled != 0 && (set & enabled) == 0) {
            return "no task of the set can step";
        }
        Set<Key> seen = new HashSet<>();
        Deque<long[]> todo = new ArrayDeque<>();
        todo.add(state);
        seen.add(new Key(state));
        while (!todo.isEmpty()) {
            long[] here = todo.remove();
            long now = machine.enabledMask(here, 0);
            if ((now & set) != (enabled & set)) {
                return "the others make a chosen task able or unable to step: " + names(now & set ^ enabled & set);
            }
            for (long others = now & ~set; others != 0; others &= others - 1) {
                int other = Long.numberOfTrailingZeros(others);
                long[] there = step(here, other);
                for (long chosen = enabled & set; chosen != 0; chosen &= chosen - 1) {
                    int mine = Long.numberOfTrailingZeros(chosen);
                    checks++;
                    long[] swapped = step(here, mine);
                    if (!machine.enabled(swapped, 0, other) || !machine.enabled(there, 0, mine)
                            || !Arrays.equals(step(swapped, other), step(there, mine))) {
                        return name(here, mine) + " does not commute with " + name(here, other);
                    }
                }
                if (seen.add(new Key(there))) {
                    todo.add(there);
                }
            }
        }
        return null;
    }

    private long[] step(long[] state, int task) {
        long[] next = state.clone();
        machine.step(next, 0, task);
        return next;
    }

    private String name(long[] state, int task) {
        return machine.spec().tasks().get(task).name() + " "
                + machine.next(state, 0, task).map(s -> s.path()).orElse("");
    }

    private String names(long tasks) {
        StringBuilder text = new StringBuilder();
        for (long rest = tasks; rest != 0; rest &= rest - 1) {
            text.append(machine.spec().tasks().get(Long.numberOfTrailingZeros(rest)).name()).append(' ');
        }
        return text.toString();
    }
}
