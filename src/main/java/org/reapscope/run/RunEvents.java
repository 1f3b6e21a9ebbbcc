package org.reapscope.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.trace.RssMember;

/**
 * Tells what a run leaves in a trace, step by step: the tracepoints that the micro-steps name; sched_switch, sched_waking and
 * sched_wakeup, which follow from who runs where ({@link Placement}); contention events of spinlocks, from who has a CPU and
 * cannot go on. The clock ticks once a step: an order, not a measurement. What was told never changes when more steps follow.
 */
final class RunEvents {

    /** Hears the events in time order. */
    interface Listener {

        /** An event in the context of a task, {@link Placement#IDLE} for the idle one, {@link #INIT} for the parent of all. */
        void event(long ns, int cpu, int task, RunEvent event);
    }

    /** The task that clones processes which have no parent in the scenario. */
    static final int INIT = -2;

    /** How long before the first step it is said who is there. */
    private static final long LEAD_NS = 4000;
    private static final long SPINLOCK_BASE = 0x51c00000L;
    private static final int NEW_PROCESS = 0x1200000;
    private static final int NEW_THREAD = 0x3d0f00;
    private static final int CLONE_VM = 0x100;
    private static final int CLONE_VFORK = 0x4000;

    private final Machine machine;
    private final Placement placement;
    private final long stepNs;
    private final RunTasks tasks;
    private final Listener listener;
    private final int[] cpuOf;
    private final long[] spinsFor;
    private int nextSwitch;

    /** @param placement where the steps are that will be told */
    RunEvents(Machine machine, Placement placement, long stepNs, Listener listener) {
        this.machine = machine;
        this.placement = placement;
        this.stepNs = stepNs;
        this.listener = listener;
        tasks = new RunTasks(machine);
        cpuOf = new int[machine.tasks()];
        Arrays.fill(cpuOf, -1);
        spinsFor = new long[machine.tasks()];
    }

    /** What a capture from the beginning would have held: who was cloned by whom, what is mapped, who sleeps. */
    void before(long[] state) {
        for (int task = 0; task < machine.tasks(); task++) {
            cloned(task, state);
        }
        memory(state);
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<Wait> wait = machine.next(state, 0, task).map(next -> next.step().waits());
            if (wait.isPresent() && !machine.enabled(state, 0, task) && sleeps(wait.get())) {
                listener.event(Recorder.START_NS - LEAD_NS + 2000, 0, task,
                        new RunEvent.Switched(task, sleep(task, wait.get(), state), false, Placement.IDLE));
            }
        }
    }

    /** A step that a task took. */
    void step(int step, int task, long[] before, long[] after) {
        switches(step, before);
        endOfSpin(step, task);
        wakeups(step, task, before, after);
        for (TraceEvent event : machine.traces(before, after, task)) {
            tell(step, placement.cpu(step), event.task(), new RunEvent.Passed(event));
        }
        spins(step, after);
    }

    /** Who leaves its CPU after the last step so far. */
    void after(int steps, long[] state) {
        switches(steps, state);
    }

    private void cloned(int task, long[] state) {
        int leader = tasks.leaderOf(machine.spec().tasks().get(task).group());
        int sharedWith = owner(mmOf(leader));
        int parent = leader != task ? leader : sharedWith >= 0 && sharedWith != leader ? sharedWith : INIT;
        int flags = leader != task ? NEW_THREAD : parent < 0 ? NEW_PROCESS : CLONE_VM
                | (machine.knows(MmFields.MULTIPROCESS, mmOf(leader))
                        && machine.value(state, 0, MmFields.MULTIPROCESS, mmOf(leader)) != 0 ? 0 : CLONE_VFORK);
        listener.event(Recorder.START_NS - LEAD_NS, 0, parent, new RunEvent.Cloned(task, flags));
    }

    /** What each address space holds at the beginning, as the faults that filled it would have told. */
    private void memory(long[] state) {
        for (int mm = 0; mm < machine.spec().sizes().of(Dim.MM); mm++) {
            for (RssMember member : RssMember.values()) {
                long pages = machine.value(MmFields.rss(Expr.of(mm), Expr.of(member.ordinal())), 0, state, 0);
                if (pages > 0) {
                    listener.event(Recorder.START_NS - LEAD_NS + 1000, 0, Math.max(0, owner(mm)), new RunEvent.Counted(mm, member, pages));
                }
            }
        }
    }

    private int mmOf(int task) {
        int group = machine.spec().tasks().get(task).group();
        return machine.knows(GroupFields.MM_OF, group) ? machine.value(machine.initial(), 0, GroupFields.MM_OF, group) - 1 : -1;
    }

    /** The first task that has this mm; -1 if none has. */
    private int owner(int mm) {
        for (int task = 0; mm >= 0 && task < machine.tasks(); task++) {
            if (mmOf(task) == mm) {
                return task;
            }
        }
        return -1;
    }

    private void switches(int step, long[] state) {
        for (Placement.Switch s : placement.switchesFrom(nextSwitch)) {
            if (s.step() != step) {
                break;
            }
            nextSwitch++;
            Wait wait = s.prevWait();
            char letter = wait != null ? sleep(s.prev(), wait, state) : 'R';
            tell(step, s.cpu(), s.prev(), new RunEvent.Switched(s.prev(), letter, wait == null && s.prev() != Placement.IDLE, s.next()));
            if (s.prev() != Placement.IDLE) {
                cpuOf[s.prev()] = -1;
            }
            if (s.next() != Placement.IDLE) {
                cpuOf[s.next()] = s.cpu();
            }
        }
    }

    /** The prev_state of a task that cannot go on. A v1-frozen task shows as D, whatever it waited for before. */
    private char sleep(int task, Wait wait, long[] state) {
        if (wait == Wait.ZOMBIE) {
            return switch (value(TaskFields.EXIT_STATE, state, task)) {
                case TaskFields.DEAD -> 'X';
                case TaskFields.ZOMBIE -> 'Z';
                default -> 'S';
            };
        }
        boolean unmoved = value(TaskFields.FROZEN, state, task) + value(TaskFields.IN_D_STATE, state, task) != 0;
        return (unmoved ? Wait.FROZEN : wait).prevState().charAt(0);
    }

    private int value(Field field, long[] state, int index) {
        return machine.knows(field, index) ? machine.value(state, 0, field, index) : 0;
    }

    private static boolean sleeps(Wait wait) {
        return wait != Wait.SPIN && wait != Wait.IDLE;
    }

    /** A sleeper that could not go on before the step and can after it was woken by it. */
    private void wakeups(int step, int waker, long[] before, long[] after) {
        long woken = machine.enabledMask(after, 0) & ~machine.enabledMask(before, 0) & ~(1L << waker);
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<LinkedStep> next = machine.next(before, 0, task);
            if ((woken >>> task & 1) != 0 && next.isPresent() && sleeps(next.get().step().waits())) {
                tell(step, placement.cpu(step), waker, new RunEvent.Woken(task, true));
                tell(step, placement.cpu(step), waker, new RunEvent.Woken(task, false));
            }
        }
    }

    /** Who has a CPU and cannot take its next step for a spinlock spins from now on. */
    private void spins(int step, long[] state) {
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<Blocked> blocked = cpuOf[task] < 0 || spinsFor[task] != 0 ? Optional.empty() : machine.blockedOn(state, 0, task);
            Lock lock = blocked.filter(b -> b.waits() == Wait.SPIN).map(Blocked::lock).orElse(null);
            if (lock != null) {
                spinsFor[task] = address(lock, blocked.get().index());
                tell(step, cpuOf[task], task, new RunEvent.Spins(spinsFor[task],
                        SpinStack.of(machine.next(state, 0, task).orElseThrow(), lock)));
            }
        }
    }

    private void endOfSpin(int step, int task) {
        if (spinsFor[task] != 0) {
            tell(step, placement.cpu(step), task, new RunEvent.SpinEnds(spinsFor[task]));
            spinsFor[task] = 0;
        }
    }

    private static long address(Lock lock, int index) {
        int kind = List.of(TableFields.PTE_LOCK.name(), TaskFields.TASK_LOCK.name(), GroupFields.SIGLOCK.name()).indexOf(lock.name());
        return SPINLOCK_BASE + ((long) (kind + 1) << 16) + index * 64L;
    }

    private void tell(int step, int cpu, int task, RunEvent event) {
        listener.event(Recorder.timeNs(step, stepNs), cpu, task, event);
    }
}
