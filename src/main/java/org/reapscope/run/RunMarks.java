package org.reapscope.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.reapscope.kernel.Machine;

/** What must be seen of a run at any zoom, worked out once a step: collisions, and when nobody can find the mm. */
public final class RunMarks {

    /**
     * A walker comes to a page table whose lock another holds.
     *
     * @param step the step after which it spins, from 0
     * @param task who spins
     * @param table where
     */
    public record Collision(int step, int task, int table) {}

    private final Machine machine;
    private final List<Collision> collisions = new ArrayList<>();
    private final BitSet unreachable = new BitSet();

    RunMarks(Machine machine) {
        this.machine = machine;
    }

    RunMarks copy() {
        RunMarks copy = new RunMarks(machine);
        copy.collisions.addAll(collisions);
        copy.unreachable.or(unreachable);
        return copy;
    }

    /** Takes over the steps of a path from this one on. */
    void follow(RunPath path, int from) {
        collisions.removeIf(c -> c.step() >= from);
        unreachable.clear(from, Math.max(from, unreachable.length()));
        for (int step = from; step < path.length(); step++) {
            long[] before = path.state(step);
            long[] after = path.state(step + 1);
            for (int task = 0; task < machine.tasks(); task++) {
                if (Walkers.spins(machine, after, task)) {
                    int table = Walkers.collision(machine, after, task);
                    if (table >= 0 && !(Walkers.spins(machine, before, task) && Walkers.collision(machine, before, task) == table)) {
                        collisions.add(new Collision(step, task, table));
                    }
                }
            }
            for (int mm = 0; mm < RunMm.count(machine); mm++) {
                if (RunMm.unreachable(machine, after, mm)) {
                    unreachable.set(step);
                }
            }
        }
    }

    /** All collisions, in order. */
    public List<Collision> collisions() {
        return List.copyOf(collisions);
    }

    /** Whether, after a step, process_mrelease can find no thread although memory is left. */
    public boolean unreachable(int step) {
        return unreachable.get(step);
    }

    /** The first step from this one on after which it is so, or after which it is not; -1 if there is none. */
    public int nextUnreachable(int step, boolean yes) {
        return yes ? unreachable.nextSetBit(step) : unreachable.nextClearBit(step);
    }
}
