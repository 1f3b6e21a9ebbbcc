package org.reapscope.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.reapscope.kernel.Machine;

/**
 * Writes a run as the text that ftrace would have printed, thread group column included, so that every reader of captures
 * reads it. The same events as {@link Recorder} keeps.
 */
public final class FtraceWriter {

    private static final long SECOND = 1_000_000_000L;

    private final RunTasks tasks;
    private final FtraceArguments arguments;

    FtraceWriter(Machine machine) {
        tasks = new RunTasks(machine);
        arguments = new FtraceArguments(tasks);
    }

    /** Writes the run of a schedule, all of whose steps can be taken, on this many CPUs. */
    public static void write(Machine machine, int[] path, int cpus, Appendable out) throws IOException {
        write(machine, path, cpus, Recorder.STEP_NS, out);
    }

    /**
     * The same with another clock.
     *
     * @param stepNs time from one step to the next, a multiple of 1000: ftrace prints microseconds
     */
    public static void write(Machine machine, int[] path, int cpus, long stepNs, Appendable out) throws IOException {
        out.append("# tracer: nop\n#\n# made by a model; one step is ").append(Long.toString(stepNs / 1000))
                .append(" us: an order, not a measurement\n#\n# entries-in-buffer/entries-written: 1/1   #P:")
                .append(Integer.toString(cpus)).append("\n#\n");
        FtraceWriter writer = new FtraceWriter(machine);
        RunEvents events = new RunEvents(machine, Placement.of(machine, path, cpus), stepNs, (ns, cpu, task, event) -> {
            try {
                writer.write(ns, cpu, task, event, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            tell(machine, path, events);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void tell(Machine machine, int[] path, RunEvents events) {
        long[] state = machine.initial();
        events.before(state);
        for (int step = 0; step < path.length; step++) {
            long[] after = state.clone();
            machine.step(after, 0, path[step]);
            events.step(step, path[step], state, after);
            state = after;
        }
        events.after(path.length, state);
    }

    private void write(long ns, int cpu, int task, RunEvent event, Appendable out) throws IOException {
        out.append(line(ns, cpu, task, text(event, cpu))).append('\n');
        if (event instanceof RunEvent.Spins(long _, var stack)) {
            out.append(line(ns, cpu, task, "<stack trace>")).append('\n');
            for (String frame : stack) {
                out.append(" => ").append(frame).append('\n');
            }
        }
    }

    /** The line of an event, without its end and without a stack trace. */
    String line(long ns, int cpu, int task, RunEvent event) {
        return line(ns, cpu, task, text(event, cpu));
    }

    private String line(long ns, int cpu, int task, String text) {
        String group = task == Placement.IDLE ? "-------" : String.format(Locale.ROOT, "%7d", tasks.tgid(task));
        String comm = task == Placement.IDLE ? "<idle>" : tasks.comm(task);
        return String.format(Locale.ROOT, "%16s-%-7d (%s) [%03d] ..... %5d.%06d: %s",
                comm, tasks.pid(task), group, cpu, ns / SECOND, ns / 1000 % 1_000_000, text);
    }

    private String text(RunEvent event, int cpu) {
        return switch (event) {
            case RunEvent.Passed(var passed) -> arguments.of(passed);
            case RunEvent.Cloned(int child, int flags) -> String.format(Locale.ROOT,
                    "task_newtask: pid=%d comm=%s clone_flags=%x oom_score_adj=0", tasks.pid(child), tasks.comm(child), flags);
            case RunEvent.Counted(int mm, var member, long pages) -> "rss_stat: mm_id=" + (FtraceArguments.MM_BASE + mm)
                    + " curr=1 type=" + member + " size=" + pages * FtraceArguments.PAGE_BYTES + "B";
            case RunEvent.Switched(int prev, char state, boolean preempted, int next) -> String.format(Locale.ROOT,
                    "sched_switch: prev_comm=%s prev_pid=%d prev_prio=120 prev_state=%s ==> next_comm=%s next_pid=%d next_prio=120",
                    onCpu(prev, cpu), tasks.pid(prev), state + (preempted ? "+" : ""), onCpu(next, cpu), tasks.pid(next));
            case RunEvent.Woken(int woken, boolean waking) -> String.format(Locale.ROOT, "%s: comm=%s pid=%d prio=120 target_cpu=%03d",
                    waking ? "sched_waking" : "sched_wakeup", tasks.comm(woken), tasks.pid(woken), cpu);
            case RunEvent.Spins(long lock, var _) -> "contention_begin: " + FtraceArguments.pointer(lock) + " (flags=SPIN)";
            case RunEvent.SpinEnds(long lock) -> "contention_end: " + FtraceArguments.pointer(lock) + " (ret=0)";
        };
    }

    private String onCpu(int task, int cpu) {
        return task == Placement.IDLE ? "swapper/" + cpu : tasks.comm(task);
    }
}
