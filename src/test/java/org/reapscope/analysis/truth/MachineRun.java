package org.reapscope.analysis.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.run.Placement;
import org.reapscope.run.Recorder;

/** A run of a machine in the fine grain: every step with the states around it, and the time it has in the trace. */
final class MachineRun {

    /** A step that was taken. {@code at} is its number, from 0. */
    record Taken(int at, int task, LinkedStep step, long[] before, long[] after) {

        boolean is(String... ids) {
            return List.of(ids).contains(step.step().id());
        }

        String id() {
            return step.step().id();
        }
    }

    /** Somebody who had a CPU could not go on for a spinlock, from after step {@code from} to step {@code to}, or for ever. */
    record Spin(int task, LinkedStep step, Lock lock, int index, int from, int to) {}

    final Machine machine;
    final int[] path;
    final long stepNs;
    final int cpus;
    final List<Taken> steps = new ArrayList<>();
    final List<Spin> spins = new ArrayList<>();

    MachineRun(Machine machine, int[] path, int cpus, long stepNs) {
        this.machine = machine;
        this.path = path.clone();
        this.cpus = cpus;
        this.stepNs = stepNs;
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            long[] after = state.clone();
            LinkedStep step = machine.next(state, 0, path[i]).orElseThrow();
            machine.step(after, 0, path[i]);
            steps.add(new Taken(i, path[i], step, state, after));
            state = after;
        }
        findSpins();
    }

    private void findSpins() {
        Placement placement = Placement.of(machine, path, cpus);
        boolean[] onCpu = new boolean[machine.tasks()];
        int[] since = new int[machine.tasks()];
        Arrays.fill(since, -1);
        int next = 0;
        for (int i = 0; i < steps.size(); i++) {
            for (; next < placement.switches().size() && placement.switches().get(next).step() <= i; next++) {
                Placement.Switch s = placement.switches().get(next);
                if (s.prev() != Placement.IDLE) {
                    onCpu[s.prev()] = false;
                }
                if (s.next() != Placement.IDLE) {
                    onCpu[s.next()] = true;
                }
            }
            Taken taken = steps.get(i);
            if (since[taken.task] >= 0) {
                spins.add(spin(taken.task, taken.before, since[taken.task], i));
                since[taken.task] = -1;
            }
            for (int t = 0; t < machine.tasks(); t++) {
                boolean spinning = onCpu[t] && !machine.enabled(taken.after, 0, t)
                        && machine.next(taken.after, 0, t).map(s -> s.step().waits() == Wait.SPIN).orElse(false);
                since[t] = spinning && since[t] < 0 ? i : since[t];
            }
        }
        for (int t = 0; t < machine.tasks(); t++) {
            if (since[t] >= 0) {
                spins.add(spin(t, end(), since[t], -1));
            }
        }
    }

    private Spin spin(int task, long[] state, int from, int to) {
        LinkedStep step = machine.next(state, 0, task).orElseThrow();
        Lock.Action action = step.step().locks().getFirst();
        return new Spin(task, step, action.lock(), machine.value(action.index(), task, steps.get(from).after, 0), from, to);
    }

    /** The state in which it ended. */
    long[] end() {
        return steps.isEmpty() ? machine.initial() : steps.getLast().after;
    }

    /** Time of a step. */
    long ns(int step) {
        return Recorder.timeNs(step, stepNs);
    }

    /** Time of the last event, as far as steps make events. */
    int pid(int task) {
        return machine.spec().tasks().get(task).pid();
    }

    /** Threads of a group. */
    List<Integer> threads(int group) {
        List<Integer> threads = new ArrayList<>();
        for (int t = 0; t < machine.tasks(); t++) {
            if (machine.spec().tasks().get(t).group() == group) {
                threads.add(t);
            }
        }
        return threads;
    }

    /** The process id of a group. */
    int pidOfGroup(int group) {
        return pid(threads(group).getFirst());
    }

    int groupOf(int task) {
        return machine.spec().tasks().get(task).group();
    }

    /** The mm a group was made with, -1 if none. */
    int mmOf(int group) {
        return value(machine.initial(), GroupFields.MM_OF, group) - 1;
    }

    /** How many groups were made with an mm. */
    int groupsOfMm(int mm) {
        return (int) java.util.stream.IntStream.range(0, groups()).filter(group -> mmOf(group) == mm).count();
    }

    int groups() {
        return machine.spec().sizes().of(Dim.GROUP);
    }

    int value(long[] state, Field field, int... index) {
        return machine.knows(field, index) ? machine.value(state, 0, field, index) : 0;
    }

    /** Whether a step takes pages out of a page table. */
    boolean unmaps(Taken taken) {
        for (int table = 0; table < machine.spec().sizes().of(Dim.TABLE); table++) {
            if (value(taken.before(), TableFields.PAGES, table) == VmaKind.Pages.MAPPED
                    && value(taken.after(), TableFields.PAGES, table) != VmaKind.Pages.MAPPED) {
                return true;
            }
        }
        return false;
    }

    boolean memoryLeft(long[] state, int mm) {
        return mm >= 0 && machine.value(MmFields.memoryLeft(org.reapscope.kernel.expr.Expr.of(mm)), 0, state, 0) != 0;
    }

    /** The value of the k-th thing that a step's sentence speaks of, before the step. */
    int spokenOf(Taken taken, int k) {
        return machine.value(taken.step.step().words().values().get(k), taken.task, taken.before, 0);
    }

    /** The mm whose mmap_lock a step is about. */
    int mmOfLock(Taken taken) {
        return machine.value(taken.step.step().locks().getFirst().index(), taken.task, taken.before, 0);
    }

    /** The first step from {@code from} on that the task takes and that has one of these ids. */
    Optional<Taken> next(int from, int task, String... ids) {
        return steps.stream().skip(Math.max(0, from)).filter(s -> s.task == task && s.is(ids)).findFirst();
    }

    /** The schedule, to show what went wrong. */
    @Override
    public String toString() {
        return org.reapscope.run.ScheduleText.format(machine, path);
    }
}
