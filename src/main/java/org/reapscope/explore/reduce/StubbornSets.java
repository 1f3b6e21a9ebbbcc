package org.reapscope.explore.reduce;

import java.util.BitSet;

import org.reapscope.kernel.Machine;

/**
 * Chooses at a state which tasks must be tried now so that no end of the machine is missed (Godefroid's persistent sets,
 * in the manner of Valmari's stubborn sets, over tasks).
 *
 * <p>A set of tasks will do if, whatever the <em>other</em> tasks do while these stand still, each next step of these
 * remains possible and commutes with all that the others do; and those of these that cannot step cannot be made to by the
 * others. What the others may do is worked out from the state: a lock that one of these holds keeps the others from all
 * that lies behind it ({@link Future}). Everything is derived from the machine's steps. Not thread-safe.
 */
final class StubbornSets {

    private final int tasks;
    private final Guards gates;
    private final LocalProgram[] programs;
    private final Future[] futures;
    private final Unsteady unsteady;
    private final int[] counterOf;
    private final int[] ownSteps;

    // About the state that is being looked at.
    private final int[] node;
    private final Future.Answer[] next;
    private final Future.Answer[] meanwhile;
    private long[] closedNow = new long[0];
    private long[] closedMeanwhile = new long[0];
    private long enabled;

    StubbornSets(Machine machine) {
        this(machine, new BitSet());
    }

    /** With footprints that lack some cells: wrong on purpose, to see that the audit notices. */
    StubbornSets(Machine machine, BitSet forgotten) {
        tasks = machine.tasks();
        int cells = machine.layout().cells().count();
        gates = new Guards(machine.specialisation());
        LocalCells local = new LocalCells(machine);
        programs = new LocalProgram[tasks];
        futures = new Future[tasks];
        for (int t = 0; t < tasks; t++) {
            programs[t] = LocalProgram.of(machine, t, local, gates);
        }
        gates.finish(local.counters());
        for (LocalProgram program : programs) {
            program.finish(gates, forgotten);
        }
        Counts counts = new Counts(local.counters());
        counterOf = counts.ofGates(gates);
        ownSteps = counts.ownSteps(counterOf, programs);
        unsteady = new Unsteady(machine.layout(), counts.cells());
        for (int t = 0; t < tasks; t++) {
            futures[t] = new Future(programs[t], gates, counts, cells);
        }
        node = new int[tasks];
        next = new Future.Answer[tasks];
        meanwhile = new Future.Answer[tasks];
    }

    /**
     * A smallest sufficient set among those that grow from one enabled task each.
     *
     * @param first the task to begin with if it is enabled
     * @return tasks as bits, enabled or not
     */
    long choose(long[] state, int offset, long enabledMask, int first) {
        enabled = enabledMask;
        if (Long.bitCount(enabled) < 2) {
            return enabled;
        }
        for (int t = 0; t < tasks; t++) {
            node[t] = programs[t].node(state, offset);
        }
        long alone = harmless();
        if (alone != 0) {
            return alone;
        }
        lookAtGates(state, offset);
        long best = -1L >>> Long.SIZE - tasks;
        long seeds = enabled;
        long seed = first >= 0 && (enabled >>> first & 1) != 0 ? 1L << first : Long.lowestOneBit(seeds);
        while (seed != 0 && Long.bitCount(best & enabled) > 1) {
            long set = closure(seed, Long.bitCount(best & enabled));
            if (Long.bitCount(set & enabled) < Long.bitCount(best & enabled)) {
                best = set;
            }
            seeds &= ~seed;
            seed = Long.lowestOneBit(seeds);
        }
        return best;
    }

    /** A task whose next step nobody can ever disturb, whatever the state, as a bit; 0 if there is none. */
    private long harmless() {
        for (long rest = enabled; rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            StepAccess step = futures[task].ofNextStep(node[task]).access();
            boolean disturbed = false;
            for (int t = 0; t < tasks && !disturbed; t++) {
                disturbed = t != task && step.conflictsWith(futures[t].ofAllSteps(node[t]).access());
            }
            if (!disturbed) {
                return 1L << task;
            }
        }
        return 0;
    }

    private void lookAtGates(long[] state, int offset) {
        unsteady.at(state, offset);
        long[] relevant = new long[Bits.words(gates.count())];
        for (int t = 0; t < tasks; t++) {
            Bits.or(relevant, futures[t].relevant(node[t]));
        }
        closedNow = gates.closed(relevant, unsteady);
        for (int t = 0; t < tasks; t++) {
            next[t] = futures[t].ofNextStep(node[t], closedNow);
        }
    }

    /** Adds tasks until the others cannot interfere; gives up when {@code limit} enabled ones are in it. */
    private long closure(long seed, int limit) {
        long set = seed;
        while (Long.bitCount(set & enabled) < limit) {
            lookAtOthers(set);
            long more = interferes(set);
            if (more == 0) {
                return set;
            }
            set |= more;
        }
        return set;
    }

    /** What the tasks outside the set may touch as long as those inside stand still: opens gates until no more open. */
    private void lookAtOthers(long set) {
        closedMeanwhile = closedNow.clone();
        boolean changed = true;
        while (changed) {
            unsteady.still();
            long[] dependent = new long[closedNow.length];
            for (int t = 0; t < tasks; t++) {
                if ((set >>> t & 1) == 0) {
                    meanwhile[t] = futures[t].ofAllSteps(node[t], closedMeanwhile);
                    unsteady.change(meanwhile[t]);
                    Bits.or(dependent, meanwhile[t].gates());
                }
            }
            changed = openSome(dependent);
        }
    }

    private boolean openSome(long[] dependent) {
        boolean opened = false;
        for (int k = 0; k < dependent.length; k++) {
            for (long rest = dependent[k] & closedMeanwhile[k]; rest != 0; rest &= rest - 1) {
                int gate = k * Long.SIZE + Long.numberOfTrailingZeros(rest);
                if (canOpen(gate)) {
                    closedMeanwhile[k] &= ~Long.lowestOneBit(rest);
                    opened = true;
                }
            }
        }
        return opened;
    }

    /** Who asks whether a reference count has come to 0 still has a reference of its own to drop in that step. */
    private boolean canOpen(int gate) {
        int counter = counterOf[gate];
        if (counter < 0) {
            return gates.canOpen(gate, unsteady);
        }
        unsteady.spare(counter, ownSteps[gate]);
        boolean can = gates.canOpen(gate, unsteady);
        unsteady.spare(counter, -ownSteps[gate]);
        return can;
    }

    /** A task outside that can disturb one inside, as a bit; 0 if there is none. */
    private long interferes(long set) {
        for (long rest = set; rest != 0; rest &= rest - 1) {
            int inside = Long.numberOfTrailingZeros(rest);
            long other = (enabled >>> inside & 1) != 0 ? conflicting(inside, set) : enabling(inside, set);
            if (other != 0) {
                return other;
            }
        }
        return 0;
    }

    private long conflicting(int inside, long set) {
        for (int t = 0; t < tasks; t++) {
            if ((set >>> t & 1) == 0 && next[inside].access().conflictsWith(meanwhile[t].access())) {
                return 1L << t;
            }
        }
        return 0;
    }

    /** Somebody who can help to make a blocked task's step possible; 0 if some gate surely stays closed, or it is done. */
    private long enabling(int inside, long set) {
        long[] guard = programs[inside].node(node[inside]).guard();
        int falseGate = -1;
        for (int g = 0; g < gates.count(); g++) {
            if (Bits.has(guard, g) && Bits.has(closedNow, g)) {
                if (Bits.has(closedMeanwhile, g)) {
                    return 0;
                }
                falseGate = falseGate < 0 ? g : falseGate;
            }
        }
        if (falseGate < 0) {
            return 0;
        }
        for (int t = 0; t < tasks; t++) {
            if ((set >>> t & 1) == 0 && meanwhile[t].access().changes(gates.cells(falseGate))) {
                return 1L << t;
            }
        }
        throw new IllegalStateException("a gate opened, but nobody opened it");
    }
}
