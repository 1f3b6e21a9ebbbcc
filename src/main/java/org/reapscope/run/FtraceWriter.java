package org.reapscope.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/**
 * A run as the text that ftrace would have printed, thread group column included, so that every reader and detector of
 * captures works on it unchanged.
 *
 * <p>Tracepoints are those that the micro-steps name; sched_switch, sched_waking and sched_wakeup follow from who runs
 * where ({@link Placement}), contention events of spinlocks from who has a CPU and cannot go on. The clock ticks once a
 * step: an order, not a measurement.
 */
public final class FtraceWriter {

    /** Time from one step to the next, unless another is asked for. */
    public static final long STEP_NS = 1000;

    /** Time of the first step; what stands before says who is there. */
    public static final long START_NS = 1_000_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final long SPINLOCK_BASE = 0x51c00000L;
    private static final int NEW_PROCESS = 0x1200000;
    private static final int NEW_THREAD = 0x3d0f00;
    private static final int CLONE_VM = 0x100;
    private static final int CLONE_VFORK = 0x4000;

    private final Machine machine;
    private final Placement placement;
    private final int[] path;
    private final long stepNs;
    private final Appendable out;
    private final RunTasks tasks;
    private final FtraceArguments events;
    private final int[] cpuOf;
    private final long[] spinsFor;
    private int nextSwitch;

    private FtraceWriter(Machine machine, int[] path, int cpus, long stepNs, Appendable out) {
        this.machine = machine;
        this.placement = Placement.of(machine, path, cpus);
        this.path = path;
        this.stepNs = stepNs;
        this.out = out;
        this.tasks = new RunTasks(machine);
        this.events = new FtraceArguments(tasks);
        this.cpuOf = new int[machine.tasks()];
        Arrays.fill(cpuOf, -1);
        this.spinsFor = new long[machine.tasks()];
    }

    /** Writes the run of a schedule, all of whose steps can be taken, on this many CPUs. */
    public static void write(Machine machine, int[] path, int cpus, Appendable out) throws IOException {
        write(machine, path, cpus, STEP_NS, out);
    }

    /**
     * The same with another clock.
     *
     * @param stepNs time from one step to the next, a multiple of 1000: ftrace prints microseconds
     */
    public static void write(Machine machine, int[] path, int cpus, long stepNs, Appendable out) throws IOException {
        new FtraceWriter(machine, path, cpus, stepNs, out).write(cpus);
    }

    /** The time at which a step is taken, from 0, on the clock of {@link #write}. */
    public static long timeNs(int step, long stepNs) {
        return START_NS + step * stepNs;
    }

    private void write(int cpus) throws IOException {
        out.append("# tracer: nop\n#\n# made by a model; one step is ").append(Long.toString(stepNs / 1000))
                .append(" us: an order, not a measurement\n#\n# entries-in-buffer/entries-written: 1/1   #P:")
                .append(Integer.toString(cpus)).append("\n#\n");
        long[] state = machine.initial();
        births(state);
        for (int step = 0; step < path.length; step++) {
            switches(step, state);
            int task = path[step];
            long[] after = state.clone();
            machine.step(after, 0, task);
            endOfSpin(step, task);
            wakeups(step, task, state, after);
            for (TraceEvent event : machine.traces(state, after, task)) {
                line(step, placement.cpu(step), event.task(), events.of(event));
            }
            state = after;
            spins(step, state);
        }
        switches(path.length, state);
    }

    /** What a capture from the beginning would have held: who was cloned by whom, what is mapped, who sleeps. */
    private void births(long[] state) throws IOException {
        for (int task = 0; task < machine.tasks(); task++) {
            int leader = tasks.leaderOf(machine.spec().tasks().get(task).group());
            int sharedWith = owner(mmOf(leader));
            int parent = leader != task ? leader : sharedWith >= 0 && sharedWith != leader ? sharedWith : -1;
            int flags = leader != task ? NEW_THREAD : parent < 0 ? NEW_PROCESS : CLONE_VM
                    | (machine.knows(MmFields.MULTIPROCESS, mmOf(leader))
                            && machine.value(state, 0, MmFields.MULTIPROCESS, mmOf(leader)) != 0 ? 0 : CLONE_VFORK);
            String cloned = String.format(Locale.ROOT, "task_newtask: pid=%d comm=%s clone_flags=%x oom_score_adj=0",
                    tasks.pid(task), tasks.comm(task), flags);
            if (parent < 0) {
                line("init", 1, "      1", 0, START_NS - SECOND, cloned);
            } else {
                line(parent, 0, START_NS - SECOND, cloned);
            }
        }
        memory(state);
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<Wait> wait = machine.next(state, 0, task).map(next -> next.step().waits());
            if (wait.isPresent() && !machine.enabled(state, 0, task) && sleeps(wait.get())) {
                line(task, 0, START_NS - SECOND + 2000, switched(task, sleep(task, wait.get(), state), Placement.IDLE, 0));
            }
        }
    }

    /** What each address space holds at the beginning, as the faults that filled it would have told. */
    private void memory(long[] state) throws IOException {
        for (int mm = 0; mm < machine.spec().sizes().of(Dim.MM); mm++) {
            for (int member = 0; member < FtraceArguments.rssMembers(); member++) {
                long pages = machine.value(MmFields.rss(Expr.of(mm), Expr.of(member)), 0, state, 0);
                if (pages > 0) {
                    line(Math.max(0, owner(mm)), 0, START_NS - SECOND + 1000, "rss_stat: mm_id=" + (FtraceArguments.MM_BASE + mm)
                            + " curr=1 type=" + FtraceArguments.rssMember(member) + " size=" + pages * FtraceArguments.PAGE_BYTES + "B");
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

    private void switches(int step, long[] state) throws IOException {
        while (nextSwitch < placement.switches().size() && placement.switches().get(nextSwitch).step() == step) {
            Placement.Switch s = placement.switches().get(nextSwitch++);
            Wait wait = s.prevWait();
            String prevState = wait != null ? sleep(s.prev(), wait, state) : s.prev() == Placement.IDLE ? "R" : "R+";
            line(s.prev(), s.cpu(), timeNs(step, stepNs), switched(s.prev(), prevState, s.next(), s.cpu()));
            if (s.prev() != Placement.IDLE) {
                cpuOf[s.prev()] = -1;
            }
            if (s.next() != Placement.IDLE) {
                cpuOf[s.next()] = s.cpu();
            }
        }
    }

    private String switched(int prev, String prevState, int next, int cpu) {
        return String.format(Locale.ROOT,
                "sched_switch: prev_comm=%s prev_pid=%d prev_prio=120 prev_state=%s ==> next_comm=%s next_pid=%d next_prio=120",
                comm(prev, cpu), tasks.pid(prev), prevState, comm(next, cpu), tasks.pid(next));
    }

    /** The prev_state of a task that cannot go on. A v1-frozen task shows as D, whatever it waited for before. */
    private String sleep(int task, Wait wait, long[] state) {
        if (wait == Wait.ZOMBIE) {
            return switch (value(TaskFields.EXIT_STATE, state, task)) {
                case TaskFields.DEAD -> "X";
                case TaskFields.ZOMBIE -> "Z";
                default -> "S";
            };
        }
        boolean unmoved = value(TaskFields.FROZEN, state, task) + value(TaskFields.IN_D_STATE, state, task) != 0;
        return unmoved ? Wait.FROZEN.prevState() : wait.prevState();
    }

    private int value(Field field, long[] state, int index) {
        return machine.knows(field, index) ? machine.value(state, 0, field, index) : 0;
    }

    private static boolean sleeps(Wait wait) {
        return wait != Wait.SPIN && wait != Wait.IDLE;
    }

    /** A sleeper that could not go on before the step and can after it was woken by it. */
    private void wakeups(int step, int waker, long[] before, long[] after) throws IOException {
        long woken = machine.enabledMask(after, 0) & ~machine.enabledMask(before, 0) & ~(1L << waker);
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<LinkedStep> next = machine.next(before, 0, task);
            if ((woken >>> task & 1) != 0 && next.isPresent() && sleeps(next.get().step().waits())) {
                for (String event : List.of("sched_waking", "sched_wakeup")) {
                    line(step, placement.cpu(step), waker, String.format(Locale.ROOT,
                            "%s: comm=%s pid=%d prio=120 target_cpu=%03d", event, tasks.comm(task), tasks.pid(task),
                            placement.cpu(step)));
                }
            }
        }
    }

    /** Who has a CPU and cannot take its next step for a spinlock spins from now on. */
    private void spins(int step, long[] state) throws IOException {
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<Blocked> blocked = cpuOf[task] < 0 || spinsFor[task] != 0 ? Optional.empty() : machine.blockedOn(state, 0, task);
            Lock lock = blocked.filter(b -> b.waits() == Wait.SPIN).map(Blocked::lock).orElse(null);
            if (lock != null) {
                spinsFor[task] = address(lock, blocked.get().index());
                line(step, cpuOf[task], task, "contention_begin: " + FtraceArguments.pointer(spinsFor[task]) + " (flags=SPIN)");
                line(step, cpuOf[task], task, "<stack trace>");
                for (String frame : SpinStack.of(machine.next(state, 0, task).orElseThrow(), lock)) {
                    out.append(" => ").append(frame).append('\n');
                }
            }
        }
    }

    private void endOfSpin(int step, int task) throws IOException {
        if (spinsFor[task] != 0) {
            line(step, placement.cpu(step), task, "contention_end: " + FtraceArguments.pointer(spinsFor[task]) + " (ret=0)");
            spinsFor[task] = 0;
        }
    }

    private static long address(Lock lock, int index) {
        int kind = List.of(TableFields.PTE_LOCK.name(), TaskFields.TASK_LOCK.name(), GroupFields.SIGLOCK.name()).indexOf(lock.name());
        return SPINLOCK_BASE + ((long) (kind + 1) << 16) + index * 64L;
    }

    private void line(int step, int cpu, int task, String text) throws IOException {
        line(task, cpu, timeNs(step, stepNs), text);
    }

    private void line(int task, int cpu, long ns, String text) throws IOException {
        boolean idle = task == Placement.IDLE;
        String group = idle ? "-------" : String.format(Locale.ROOT, "%7d", tasks.tgid(task));
        line(idle ? "<idle>" : tasks.comm(task), tasks.pid(task), group, cpu, ns, text);
    }

    private void line(String comm, int pid, String group, int cpu, long ns, String text) throws IOException {
        out.append(String.format(Locale.ROOT, "%16s-%-7d (%s) [%03d] ..... %5d.%06d: %s%n",
                comm, pid, group, cpu, ns / SECOND, ns / 1000 % 1_000_000, text));
    }

    private String comm(int task, int cpu) {
        return task == Placement.IDLE ? "swapper/" + cpu : tasks.comm(task);
    }
}
