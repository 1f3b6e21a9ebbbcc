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
 * worked out beside it, step by step: a task keeps its CPU until it blocks or is done; one that needs a CPU takes an idle
 * one, the one it had last if it can, or else preempts the preemptible task whose last step is longest ago. Who spins for a
 * lock cannot be preempted either. What has been placed never changes when more steps are taken. Deterministic; O(steps x
 * CPUs).
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
    private record Snapshot(int[] running, int[] cpuOf, int[] lastCpu, int[] lastStep, boolean[] preemptible, int[] sits,
            int switches, int preemptions, int overcommitted) {}

    private final Machine machine;
    private final List<Switch> switches = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Sits[] sits;
    private int[] running;
    private int[] cpuOf;
    private int[] lastCpu;
    private int[] lastStep;
    private boolean[] preemptible;
    private int[] path = new int[0];
    private int[] cpuOfStep = new int[0];
    private int preemptions;
    private int overcommitted;

    private Placement(Machine machine, int cpus) {
        this.machine = machine;
        running = filled(cpus, IDLE);
        cpuOf = filled(machine.tasks(), -1);
        lastCpu = filled(machine.tasks(), 0);
        lastStep = filled(machine.tasks(), -1);
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
        copy.lastStep = lastStep.clone();
        copy.preemptible = preemptible.clone();
        copy.path = path;
        copy.cpuOfStep = cpuOfStep.clone();
        copy.preemptions = preemptions;
        copy.overcommitted = overcommitted;
        return copy;
    }

    /**
     * Places another schedule; what it shares with the one before stays as it is.
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
        int from = mismatch >= path.length ? path.length : restart(Math.max(0, mismatch));
        path = newPath;
        cpuOfStep = Arrays.copyOf(cpuOfStep, newPath.length);
        for (int step = from; step < path.length; step++) {
            place(step, stateAt.apply(step));
        }
        leaveBlocked(path.length, stateAt.apply(path.length));
        return from;
    }

    /**
     * Places the steps by which a path is longer.
     *
     * @param longer begins with what was placed, not to be changed afterwards
     * @param there the state before the first of them
     */
    void extend(int[] longer, long[] there) {
        int from = path.length;
        long[] state = there.clone();
        follow(longer, step -> {
            if (step > from) {
                machine.step(state, 0, longer[step - 1]);
            }
            return state;
        });
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

    /** The context switches from the one with this number on, in order. */
    List<Switch> switchesFrom(int first) {
        return switches.subList(first, switches.size());
    }

    /** How many tasks lost their CPU although they could have gone on. */
    public int preemptions() {
        return preemptions;
    }

    /** How many steps needed a CPU that only a task could give that may not be preempted: too few CPUs for this schedule. */
    public int overcommitted() {
        return overcommitted;
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
        lastStep = then.lastStep().clone();
        preemptible = then.preemptible().clone();
        switches.subList(then.switches(), switches.size()).clear();
        preemptions = then.preemptions();
        overcommitted = then.overcommitted();
        for (int task = 0; task < sits.length; task++) {
            sits[task].size = then.sits()[task];
        }
        return kept * CHECKPOINT;
    }

    private void place(int step, long[] state) {
        if (step % CHECKPOINT == 0) {
            snapshots.add(new Snapshot(running.clone(), cpuOf.clone(), lastCpu.clone(), lastStep.clone(), preemptible.clone(),
                    Arrays.stream(sits).mapToInt(seats -> seats.size).toArray(), switches.size(), preemptions, overcommitted));
        }
        int task = path[step];
        leaveBlocked(step, state);
        if (cpuOf[task] < 0) {
            seat(step, task, state);
        }
        cpuOfStep[step] = cpuOf[task];
        lastStep[task] = step;
        preemptible[task] = machine.next(state, 0, task).map(s -> s.parts().getLast().preempt() != Preempt.NO).orElse(true);
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

    private void seat(int step, int task, long[] state) {
        int cpu = running[lastCpu[task]] == IDLE ? lastCpu[task] : idle();
        if (cpu < 0) {
            cpu = longestAgo(true, state);
        }
        if (cpu < 0) {
            cpu = longestAgo(false, state);
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

    /** The CPU whose task stepped last longest ago. */
    private int longestAgo(boolean onlyPreemptible, long[] state) {
        int best = -1;
        for (int cpu = 0; cpu < running.length; cpu++) {
            boolean may = !onlyPreemptible || preemptible[running[cpu]] && machine.enabled(state, 0, running[cpu]);
            if (may && (best < 0 || lastStep[running[cpu]] < lastStep[running[best]])) {
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

        Sits copy() {
            Sits copy = new Sits();
            copy.steps = steps.clone();
            copy.cpus = cpus.clone();
            copy.size = size;
            return copy;
        }
    }
}
