package org.reapscope.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Wait;

/**
 * Which CPU each step of a schedule runs on. CPUs are the scheduler's business and not part of the state, so they are
 * worked out afterwards: a task keeps its CPU until it blocks or is done; one that needs a CPU takes an idle one, the one
 * it had last if it can, or else preempts the preemptible task that will step again latest (Belady's rule, so the fewest
 * preemptions). Deterministic; O(steps x tasks).
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

    private final Machine machine;
    private final int[] path;
    private final int[] running;
    private final int[] cpuOf;
    private final int[] lastCpu;
    private final boolean[] preemptible;
    private final int[] nextUse;
    private final int[] cpuOfStep;
    private final List<Switch> switches = new ArrayList<>();
    private int overcommitted;

    private Placement(Machine machine, int[] path, int cpus) {
        this.machine = machine;
        this.path = path;
        running = filled(cpus, IDLE);
        cpuOf = filled(machine.tasks(), -1);
        lastCpu = filled(machine.tasks(), 0);
        preemptible = new boolean[machine.tasks()];
        Arrays.fill(preemptible, true);
        nextUse = new int[path.length];
        cpuOfStep = new int[path.length];
    }

    /** Places the steps of a schedule, all of which can be taken, on this many CPUs. */
    public static Placement of(Machine machine, int[] path, int cpus) {
        Placement placement = new Placement(machine, path, cpus);
        placement.run();
        return placement;
    }

    /** The CPU of a step, from 0. */
    public int cpu(int step) {
        return cpuOfStep[step];
    }

    /** All context switches, in order. */
    public List<Switch> switches() {
        return List.copyOf(switches);
    }

    /** How many tasks lost their CPU although they could have gone on. */
    public int preemptions() {
        return (int) switches.stream().filter(Switch::preemption).count();
    }

    /** How many steps needed a CPU that only a task could give that may not be preempted: too few CPUs for this schedule. */
    public int overcommitted() {
        return overcommitted;
    }

    private void run() {
        int[] next = filled(machine.tasks(), Integer.MAX_VALUE);
        for (int i = path.length - 1; i >= 0; i--) {
            nextUse[i] = next[path[i]];
            next[path[i]] = i;
        }
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            int task = path[i];
            leaveBlocked(i, state);
            if (cpuOf[task] < 0) {
                place(i, task, next);
            }
            cpuOfStep[i] = cpuOf[task];
            preemptible[task] = machine.next(state, 0, task).map(LinkedStep::parts).orElse(List.of()).stream()
                    .reduce((a, b) -> b).map(s -> s.preempt() != Preempt.NO).orElse(true);
            machine.step(state, 0, task);
            next[task] = nextUse[i];
        }
        leaveBlocked(path.length, state);
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

    private void place(int step, int task, int[] next) {
        int cpu = running[lastCpu[task]] == IDLE ? lastCpu[task] : idle();
        if (cpu < 0) {
            cpu = latest(next, true);
        }
        if (cpu < 0) {
            cpu = latest(next, false);
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

    private int latest(int[] next, boolean onlyPreemptible) {
        int best = -1;
        for (int cpu = 0; cpu < running.length; cpu++) {
            boolean may = !onlyPreemptible || preemptible[running[cpu]];
            if (may && (best < 0 || next[running[cpu]] > next[running[best]])) {
                best = cpu;
            }
        }
        return best;
    }

    private void change(int step, int cpu, @Nullable Wait prevWait, int task) {
        int prev = running[cpu];
        switches.add(new Switch(step, cpu, prev, prevWait, task));
        if (prev != IDLE) {
            cpuOf[prev] = -1;
            lastCpu[prev] = cpu;
        }
        running[cpu] = task;
        if (task != IDLE) {
            cpuOf[task] = cpu;
        }
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }
}
