package org.reapscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.kernel.TraceEvent.Value;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.TraceSource;
import org.reapscope.trace.Tracepoint;

/**
 * Keeps a run as a trace: the same events that {@link FtraceWriter} prints, written straight into a {@link TraceBuilder}. Grows
 * with the run; a run that went another way is recorded by another recorder. On one thread.
 */
public final class Recorder {

    /** Time from one step to the next, unless another is asked for. */
    public static final long STEP_NS = 1000;

    /** Time of the first step; what stands before says who is there. */
    public static final long START_NS = 1_000_000_000L;

    private static final String ENTER = "sys_enter_";
    private static final String EXIT = "sys_exit_";

    /** An event as it was told, so that its line can be printed when somebody reads it. */
    private record Told(long ns, int cpu, int task, RunEvent event) {}

    private final Machine machine;
    private final RunTasks tasks;
    private final FtraceArguments arguments;
    private final FtraceWriter text;
    private final TraceBuilder builder = new TraceBuilder();
    private final List<Told> told = new ArrayList<>();
    private final Placement placement;
    private final RunEvents events;
    private int[] path = new int[0];
    private long[] state;

    /** @param cpus how many there are */
    public Recorder(Machine machine, int cpus) {
        this.machine = machine;
        tasks = new RunTasks(machine);
        arguments = new FtraceArguments(tasks);
        text = new FtraceWriter(machine);
        placement = Placement.on(machine, cpus);
        events = new RunEvents(machine, placement, STEP_NS, this::add);
        builder.atLeastCpus(cpus);
        state = machine.initial();
        events.before(state);
    }

    /** The trace of a schedule, all of whose steps can be taken. */
    public static Trace record(Machine machine, int[] path, int cpus, String name) {
        Recorder recorder = new Recorder(machine, cpus);
        recorder.extend(path);
        return recorder.trace(name);
    }

    /** The time at which a step is taken, from 0. */
    public static long timeNs(int step) {
        return timeNs(step, STEP_NS);
    }

    /** The same on another clock. */
    public static long timeNs(int step, long stepNs) {
        return START_NS + step * stepNs;
    }

    /** How many steps were taken at a time, as far as a run of so many goes. */
    public static int depthAt(long ns, int steps) {
        return Math.clamp(Math.floorDiv(ns - START_NS + STEP_NS / 2, STEP_NS), 0, steps);
    }

    /** Whether it records runs of this machine. */
    public boolean records(Machine other) {
        return machine == other;
    }

    /** Whether a schedule begins with the steps that were recorded. */
    public boolean leadsTo(int[] longer) {
        return longer.length >= path.length && Arrays.mismatch(path, 0, path.length, longer, 0, Math.min(path.length, longer.length)) < 0;
    }

    /**
     * Records the steps by which a schedule is longer. O(steps added x tasks).
     *
     * @param longer begins with what was recorded; see {@link #leadsTo}
     */
    public void extend(int[] longer) {
        int from = path.length;
        path = longer.clone();
        placement.extend(path, state);
        for (int step = from; step < path.length; step++) {
            long[] after = state.clone();
            machine.step(after, 0, path[step]);
            events.step(step, path[step], state, after);
            state = after;
        }
        events.after(path.length, state);
        builder.goesOnUntil(timeNs(path.length));
    }

    /** Where the steps ran. */
    public Placement placement() {
        return placement;
    }

    /**
     * What has been recorded so far. It does not change when more is.
     *
     * @param name what the trace is called
     */
    public Trace trace(String name) {
        List<Told> then = told.subList(0, told.size());
        Told[] all = then.toArray(Told[]::new);
        Lines lines = offset -> {
            Told one = all[(int) offset];
            return text.line(one.ns, one.cpu, one.task, one.event);
        };
        return builder.snapshot(new TraceSource(name, "model", 0, 0), lines);
    }

    private void add(long ns, int cpu, int task, RunEvent event) {
        told.add(new Told(ns, cpu, task, event));
        int self = id(task);
        switch (event) {
            case RunEvent.Passed(TraceEvent passed) -> passed(ns, cpu, self, passed);
            case RunEvent.Cloned(int child, int flags) -> {
                int born = builder.tasks().born(tasks.pid(child));
                builder.tasks().name(born, tasks.comm(child));
                add(ns, cpu, self, Tracepoint.TASK_NEWTASK, born, flags);
            }
            case RunEvent.Counted(int mm, RssMember member, long pages) ->
                    add(ns, cpu, self, Tracepoint.RSS_STAT, mm(mm), Payload.rss(member, pages * FtraceArguments.PAGE_BYTES, true));
            case RunEvent.Switched(int _, char letter, boolean preempted, int next) ->
                    add(ns, cpu, self, Tracepoint.SCHED_SWITCH, id(next), Payload.prevState(letter, preempted));
            case RunEvent.Woken(int woken, boolean waking) ->
                    add(ns, cpu, self, waking ? Tracepoint.SCHED_WAKING : Tracepoint.SCHED_WAKEUP, id(woken), cpu);
            case RunEvent.Spins(long lock, List<String> stack) -> builder.stack(add(ns, cpu, self, Tracepoint.CONTENTION_BEGIN,
                    builder.locks().lock(lock), Payload.LOCK_SPIN), stack);
            case RunEvent.SpinEnds(long lock) -> add(ns, cpu, self, Tracepoint.CONTENTION_END, builder.locks().lock(lock), 0);
        }
    }

    private void passed(long ns, int cpu, int self, TraceEvent event) {
        String name = event.event().substring(event.event().indexOf(':') + 1);
        List<Value> values = event.values();
        if (name.startsWith(ENTER)) {
            long first = values.isEmpty() ? 0 : arguments.number(values.getFirst());
            add(ns, cpu, self, Tracepoint.SYS_ENTER, builder.strings().intern(name.substring(ENTER.length())), values.size() < 2 ? 0
                    : Payload.syscallArguments((int) first, (int) arguments.number(values.get(1))));
        } else if (name.startsWith(EXIT)) {
            add(ns, cpu, self, Tracepoint.SYS_EXIT, builder.strings().intern(name.substring(EXIT.length())),
                    ReturnValue.of(values.getFirst().value()).result());
        } else {
            Tracepoint tracepoint = Tracepoint.named(name);
            if (tracepoint == Tracepoint.OTHER) {
                builder.add(ns, cpu, self, builder.strings().intern(name), -1, 0, told.size() - 1L);
            } else {
                add(ns, cpu, self, tracepoint, object(tracepoint, self, values), argument(tracepoint, values));
            }
        }
    }

    private int object(Tracepoint tracepoint, int self, List<Value> values) {
        return switch (tracepoint) {
            case RSS_STAT -> mm(number(values, "mm_id"));
            case MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED, MMAP_LOCK_RELEASED -> builder.mms().byPointer(
                    FtraceArguments.MM_BASE + number(values, "mm"), self, tracepoint == Tracepoint.MMAP_LOCK_START_LOCKING,
                    tracepoint == Tracepoint.MMAP_LOCK_RELEASED || find(values, "success").map(v -> v.value() == 0).orElse(false));
            case SCHED_PROCESS_EXEC -> self;
            case SCHED_PROCESS_FREE -> builder.tasks().freedOwner(tasks.pid(number(values, "pid")));
            case SCHED_PROCESS_EXIT, SIGNAL_GENERATE, MARK_VICTIM, WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING,
                    SKIP_TASK_REAPING -> id(number(values, "pid"));
            case CONTENTION_BEGIN, CONTENTION_END -> builder.locks().lock(FtraceArguments.MMAP_LOCK_BASE + number(values, "lock_addr"));
            default -> -1;
        };
    }

    private static long argument(Tracepoint tracepoint, List<Value> values) {
        return switch (tracepoint) {
            case RSS_STAT -> Payload.rss(RssMember.of(number(values, "member")),
                    (long) number(values, "size") * FtraceArguments.PAGE_BYTES, number(values, "curr") == 1);
            case MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED, MMAP_LOCK_RELEASED -> Payload.mmapLock(number(values, "write") != 0,
                    find(values, "success").map(v -> v.value() != 0).orElse(true), number(values, "memcg_id"));
            case SCHED_PROCESS_EXIT -> find(values, "group_dead").map(Value::value).orElse(-1);
            case SIGNAL_GENERATE -> Payload.signal(number(values, "sig"), number(values, "code"), number(values, "grp") == 1, number(values, "res"));
            case SIGNAL_DELIVER -> Payload.delivered(number(values, "sig"), number(values, "sa_handler") != 0);
            case MARK_VICTIM -> -1;
            case CONTENTION_BEGIN -> number(values, "flags");
            case CONTENTION_END -> number(values, "ret");
            case TLB_FLUSH -> number(values, "pages");
            case CGROUP_NOTIFY_FROZEN -> number(values, "val");
            default -> 0;
        };
    }

    private int add(long ns, int cpu, int self, Tracepoint tracepoint, int object, long argument) {
        return builder.add(ns, cpu, self, tracepoint.ordinal(), object, argument, told.size() - 1L);
    }

    /** The task of the trace that a task of the machine is. */
    private int id(int task) {
        if (task == Placement.IDLE) {
            return Task.IDLE;
        }
        int id = builder.tasks().task(tasks.pid(task));
        builder.tasks().name(id, tasks.comm(task));
        builder.tasks().group(id, tasks.tgid(task));
        return id;
    }

    private int mm(int mm) {
        return builder.mms().byRssId(FtraceArguments.MM_BASE + mm);
    }

    private static int number(List<Value> values, String name) {
        return find(values, name).map(Value::value).orElse(0);
    }

    private static Optional<Value> find(List<Value> values, String name) {
        return values.stream().filter(value -> value.name().equals(name)).findFirst();
    }
}
