package org.reapscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Wait;

/**
 * Which CPU each step of a schedule runs on. CPUs are the scheduler's business and not part of the state, so they are
 * worked out afterwards: a task keeps its CPU until it blocks or is done; one that needs a CPU takes an idle one, the one
 * it had last if it can, or else preempts the preemptible task that will step again latest (Belady's rule, so the fewest
 * preemptions). Who spins for a lock cannot be preempted either. Deterministic; O(steps x tasks).
 */
public final class Placement {

    /** No task: the CPU idles. */
    public static final int IDLE = -1;

    /**
     * A context switch.
     *
     * @param step the step before which it happens, from 0
     * @param cpu where
     * @param prev the task that leaves, {@link #IDLE} if none
     * @param prevWait how it waits from now on; null if it could go on, which is a preemption
     * @param next the task that comes, {@link #IDLE} if none
     */
    public record Switch(int step, int cpu, int prev, @Nullable Wait prevWait, int next) {

        /** Whether a task lost its CPU that could have gone on. */
        public boolean preemption() {
            return prev != IDLE && prevWait == null;
        }
    }

    private static final int CHECKPOINT = 128;

    /** Everything that the next decision depends on, before a step. */
    private record Snapshot(int[] running, int[] cpuOf, int[] lastCpu, boolean[] preemptible, int switches, int preemptions,
            int overcommitted) {}

    private final Machine machine;
    private final List<Switch> switches = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Sits[] sits;
    private int[] running;
    private int[] cpuOf;
    private int[] lastCpu;
    private boolean[] preemptible;
    private int[] path = new int[0];
    private int[] nextUse = new int[0];
    private int[] cpuOfStep = new int[0];
    private int preemptions;
    private int overcommitted;

    private Placement(Machine machine, int cpus) {
        this.machine = machine;
        running = filled(cpus, IDLE);
        cpuOf = filled(machine.tasks(), -1);
        lastCpu = filled(machine.tasks(), 0);
        preemptible = new boolean[machine.tasks()];
        Arrays.fill(preemptible, true);
        sits = new Sits[machine.tasks()];
        Arrays.setAll(sits, t -> new Sits());
    }

    /** Of no steps yet, on this many CPUs. */
    public static Placement on(Machine machine, int cpus) {
        return new Placement(machine, cpus);
    }

    /** Places the steps of a schedule, all of which can be taken, on this many CPUs. */
    public static Placement of(Machine machine, int[] path, int cpus) {
        Placement placement = new Placement(machine, cpus);
        long[] state = machine.initial();
        placement.follow(path, step -> {
            if (step > 0) {
                machine.step(state, 0, path[step - 1]);
            }
            return state;
        });
        return placement;
    }

    /** One that is the same now and goes its own way from there. */
    public Placement copy() {
        Placement copy = new Placement(machine, running.length);
        copy.switches.addAll(switches);
        copy.snapshots.addAll(snapshots);
        Arrays.setAll(copy.sits, t -> sits[t].copy());
        copy.running = running.clone();
        copy.cpuOf = cpuOf.clone();
        copy.lastCpu = lastCpu.clone();
        copy.preemptible = preemptible.clone();
        copy.path = path;
        copy.nextUse = nextUse.clone();
        copy.cpuOfStep = cpuOfStep.clone();
        copy.preemptions = preemptions;
        copy.overcommitted = overcommitted;
        return copy;
    }

    /**
     * Places another schedule. What it shares with the one before is placed anew only from where one of its tasks stepped
     * last before the difference, so a step more at the end of a long run costs little.
     *
     * @param newPath not to be changed afterwards
     * @param stateAt the state before a step, which is asked for in rising order; after the last one too
     * @return the first step that was placed anew
     */
    public int follow(int[] newPath, IntFunction<long[]> stateAt) {
        int mismatch = Arrays.mismatch(newPath, path);
        if (mismatch < 0 && newPath.length > 0) {
            return newPath.length;
        }
        int from = restart(useAgain(newPath, Math.max(0, mismatch)));
        path = newPath;
        cpuOfStep = Arrays.copyOf(cpuOfStep, newPath.length);
        place(from, stateAt);
        return from;
    }

    /** The CPU of a step, from 0. */
    public int cpu(int step) {
        return cpuOfStep[step];
    }

    /** The CPU that a task is on when a step is taken, -1 if on none. O(log switches). */
    public int cpu(int task, int step) {
        return sits[task].at(step);
    }

    /** All context switches, in order. */
    public List<Switch> switches() {
        return List.copyOf(switches);
    }

    /** How many tasks lost their CPU although they could have gone on. */
    public int preemptions() {
        return preemptions;
    }

    /** How many steps needed a CPU that only a task could give that may not be preempted: too few CPUs for this schedule. */
    public int overcommitted() {
        return overcommitted;
    }

    /**
     * Works out when each task steps again.
     *
     * @param common how many steps the path shares with the one before
     * @return the first step after which that is not what it was
     */
    private int useAgain(int[] newPath, int common) {
        int[] again = Arrays.copyOf(nextUse, newPath.length);
        int[] next = filled(machine.tasks(), Integer.MAX_VALUE);
        for (int i = newPath.length - 1; i >= common; i--) {
            again[i] = next[newPath[i]];
            next[newPath[i]] = i;
        }
        int first = common;
        long seen = 0;
        long all = (1L << machine.tasks()) - 1;
        for (int i = common - 1; i >= 0 && seen != all; i--) {
            int task = newPath[i];
            if ((seen >>> task & 1) == 0 && again[i] != next[task]) {
                again[i] = next[task];
                first = i;
            }
            seen |= 1L << task;
        }
        nextUse = again;
        return first;
    }

    /** Goes back to what was before a step, or a little earlier, and says where that is. */
    private int restart(int step) {
        int kept = Math.min(step / CHECKPOINT, snapshots.size() - 1);
        if (kept < 0) {
            return 0;
        }
        Snapshot then = snapshots.get(kept);
        snapshots.subList(kept, snapshots.size()).clear();
        running = then.running().clone();
        cpuOf = then.cpuOf().clone();
        lastCpu = then.lastCpu().clone();
        preemptible = then.preemptible().clone();
        switches.subList(then.switches(), switches.size()).clear();
        preemptions = then.preemptions();
        overcommitted = then.overcommitted();
        for (Sits task : sits) {
            task.forget(kept * CHECKPOINT);
        }
        return kept * CHECKPOINT;
    }

    private void place(int from, IntFunction<long[]> stateAt) {
        int[] next = filled(machine.tasks(), Integer.MAX_VALUE);
        for (int i = path.length - 1; i >= from; i--) {
            next[path[i]] = i;
        }
        for (int i = from; i < path.length; i++) {
            if (i % CHECKPOINT == 0) {
                snapshots.add(new Snapshot(running.clone(), cpuOf.clone(), lastCpu.clone(), preemptible.clone(), switches.size(),
                        preemptions, overcommitted));
            }
            int task = path[i];
            long[] state = stateAt.apply(i);
            leaveBlocked(i, state);
            if (cpuOf[task] < 0) {
                place(i, task, next, state);
            }
            cpuOfStep[i] = cpuOf[task];
            preemptible[task] = machine.next(state, 0, task).map(s -> s.parts().getLast().preempt() != Preempt.NO).orElse(true);
            next[task] = nextUse[i];
        }
        leaveBlocked(path.length, stateAt.apply(path.length));
    }

    /** Tasks that are done or sleep give their CPUs back; one that spins keeps its own. */
    private void leaveBlocked(int step, long[] state) {
        for (int cpu = 0; cpu < running.length; cpu++) {
            int task = running[cpu];
            if (task != IDLE && !machine.enabled(state, 0, task)) {
                Wait wait = machine.next(state, 0, task).map(s -> s.step().waits()).orElse(Wait.ZOMBIE);
                if (wait != Wait.SPIN) {
                    change(step, cpu, wait, IDLE);
                }
            }
        }
    }

    private void place(int step, int task, int[] next, long[] state) {
        int cpu = running[lastCpu[task]] == IDLE ? lastCpu[task] : idle();
        if (cpu < 0) {
            cpu = latest(next, true, state);
        }
        if (cpu < 0) {
            cpu = latest(next, false, state);
            overcommitted++;
        }
        change(step, cpu, null, task);
    }

    private int idle() {
        for (int cpu = 0; cpu < running.length; cpu++) {
            if (running[cpu] == IDLE) {
                return cpu;
            }
        }
        return -1;
    }

    private int latest(int[] next, boolean onlyPreemptible, long[] state) {
        int best = -1;
        for (int cpu = 0; cpu < running.length; cpu++) {
            boolean may = !onlyPreemptible || preemptible[running[cpu]] && machine.enabled(state, 0, running[cpu]);
            if (may && (best < 0 || next[running[cpu]] > next[running[best]])) {
                best = cpu;
            }
        }
        return best;
    }

    private void change(int step, int cpu, @Nullable Wait prevWait, int task) {
        int prev = running[cpu];
        Switch change = new Switch(step, cpu, prev, prevWait, task);
        switches.add(change);
        preemptions += change.preemption() ? 1 : 0;
        if (prev != IDLE) {
            cpuOf[prev] = -1;
            lastCpu[prev] = cpu;
            sits[prev].add(step, -1);
        }
        running[cpu] = task;
        if (task != IDLE) {
            cpuOf[task] = cpu;
            sits[task].add(step, cpu);
        }
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    /** Where a task sits, from when on. */
    private static final class Sits {

        private int[] steps = new int[8];
        private int[] cpus = new int[8];
        private int size;

        void add(int step, int cpu) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
                cpus = Arrays.copyOf(cpus, 2 * size);
            }
            steps[size] = step;
            cpus[size++] = cpu;
        }

        /** The last word about a step. */
        int at(int step) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (steps[middle] <= step) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? -1 : cpus[low - 1];
        }

        void forget(int fromStep) {
            while (size > 0 && steps[size - 1] >= fromStep) {
                size--;
            }
        }

        Sits copy() {
            Sits copy = new Sits();
            copy.steps = steps.clone();
            copy.cpus = cpus.clone();
            copy.size = size;
            return copy;
        }
    }
}
