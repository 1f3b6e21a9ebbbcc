package org.reapscope.schedule;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import org.reapscope.kernel.Errno;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Task;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TaskFields;

/**
 * A run as the text that ftrace would have printed, thread group column included, so that every reader and detector of
 * captures works on it unchanged.
 *
 * <p>Tracepoints are those that the micro-steps name; sched_switch, sched_waking and sched_wakeup follow from who runs
 * where ({@link Placement}). The clock ticks once a step, by {@link #STEP_NS}: an order, not a measurement.
 */
public final class FtraceText {

    /** Time from one step to the next. */
    public static final long STEP_NS = 1000;

    /** Time of the first step; what stands before says who is there. */
    public static final long START_NS = 1_000_000_000L;

    private static final int PAGE_BYTES = 4096;
    private static final String[] RSS_MEMBERS = {"MM_FILEPAGES", "MM_ANONPAGES", "MM_SWAPENTS", "MM_SHMEMPAGES"};
    private static final long MM_BASE = 0x5eed0000L;

    private final Machine machine;
    private final Placement placement;
    private final int[] path;
    private final Appendable out;
    private int nextSwitch;

    private FtraceText(Machine machine, int[] path, int cpus, Appendable out) {
        this.machine = machine;
        this.placement = Placement.of(machine, path, cpus);
        this.path = path;
        this.out = out;
    }

    /** Writes the run of a schedule, all of whose steps can be taken, on this many CPUs. */
    public static void write(Machine machine, int[] path, int cpus, Appendable out) throws IOException {
        new FtraceText(machine, path, cpus, out).write(cpus);
    }

    private void write(int cpus) throws IOException {
        out.append("# tracer: nop\n#\n# made by a model; one step is one microsecond\n#\n# entries-in-buffer/entries-written: 1/1   #P:")
                .append(Integer.toString(cpus)).append("\n#\n");
        births();
        long[] state = machine.initial();
        for (int step = 0; step < path.length; step++) {
            switches(step, state);
            int task = path[step];
            long[] after = state.clone();
            machine.step(after, 0, task);
            wakeups(step, task, state, after);
            for (TraceEvent event : machine.traces(state, after, task)) {
                line(step, placement.cpu(step), event.task(), event(event));
            }
            state = after;
        }
        switches(path.length, state);
    }

    /** Who belongs to which group: the forks that a capture from the beginning would have held. */
    private void births() throws IOException {
        for (Task task : machine.spec().tasks()) {
            Task leader = machine.spec().tasks().get(leader(task));
            boolean thread = leader.pid() != task.pid();
            out.append(String.format(Locale.ROOT, "%16s-%-7d (%7d) [000] ..... %5d.%06d: ", thread ? leader.comm() : "init",
                    thread ? leader.pid() : 1, thread ? leader.pid() : 1, START_NS / 1_000_000_000 - 1, 0));
            out.append(String.format(Locale.ROOT, "task_newtask: pid=%d comm=%s clone_flags=%x oom_score_adj=0%n", task.pid(),
                    task.comm(), thread ? 0x3d0f00 : 0x1200000));
        }
        memory();
    }

    /** What each address space holds at the beginning, as the faults that filled it would have told. */
    private void memory() throws IOException {
        long[] state = machine.initial();
        for (int mm = 0; mm < machine.spec().sizes().of(Dim.MM); mm++) {
            int owner = owner(mm);
            for (int member = 0; member < RSS_MEMBERS.length; member++) {
                long pages = machine.value(MmFields.rss(Expr.of(mm), Expr.of(member)), 0, state, 0);
                if (pages > 0) {
                    Task task = machine.spec().tasks().get(owner);
                    out.append(String.format(Locale.ROOT, "%16s-%-7d (%7d) [000] ..... %5d.%06d: rss_stat: mm_id=%d curr=1 type=%s size=%dB%n",
                            task.comm(), task.pid(), task.pid(), START_NS / 1_000_000_000 - 1, 1, MM_BASE + mm,
                            RSS_MEMBERS[member], pages * PAGE_BYTES));
                }
            }
        }
    }

    private int owner(int mm) {
        for (int task = 0; task < machine.tasks(); task++) {
            int group = machine.spec().tasks().get(task).group();
            if (machine.knows(GroupFields.MM_OF, group) && machine.value(machine.initial(), 0, GroupFields.MM_OF, group) == mm + 1) {
                return task;
            }
        }
        return 0;
    }

    private void switches(int step, long[] state) throws IOException {
        while (nextSwitch < placement.switches().size() && placement.switches().get(nextSwitch).step() == step) {
            Placement.Switch s = placement.switches().get(nextSwitch++);
            line(step, s.cpu(), s.prev(), String.format(Locale.ROOT,
                    "sched_switch: prev_comm=%s prev_pid=%d prev_prio=120 prev_state=%s ==> next_comm=%s next_pid=%d next_prio=120",
                    comm(s.prev(), s.cpu()), pid(s.prev()), prevState(s, state), comm(s.next(), s.cpu()), pid(s.next())));
        }
    }

    private String prevState(Placement.Switch s, long[] state) {
        Wait wait = s.prevWait();
        if (wait == null) {
            return s.prev() == Placement.IDLE ? "R" : "R+";
        }
        if (wait == Wait.ZOMBIE && machine.knows(TaskFields.EXIT_STATE, s.prev())) {
            return switch (machine.value(state, 0, TaskFields.EXIT_STATE, s.prev())) {
                case TaskFields.DEAD -> "X";
                case TaskFields.ZOMBIE -> "Z";
                default -> "S";
            };
        }
        return wait == Wait.ZOMBIE ? "S" : wait.prevState();
    }

    /** A task that could not go on before the step and can after it was woken by it. */
    private void wakeups(int step, int waker, long[] before, long[] after) throws IOException {
        long woken = machine.enabledMask(after, 0) & ~machine.enabledMask(before, 0) & ~(1L << waker);
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<LinkedStep> next = machine.next(before, 0, task);
            if ((woken >>> task & 1) != 0 && next.isPresent() && next.get().step().waits() != Wait.SPIN) {
                for (String event : new String[] {"sched_waking", "sched_wakeup"}) {
                    line(step, placement.cpu(step), waker, String.format(Locale.ROOT,
                            "%s: comm=%s pid=%d prio=120 target_cpu=%03d", event, comm(task, 0), pid(task), placement.cpu(step)));
                }
            }
        }
    }

    private void line(int step, int cpu, int task, String text) throws IOException {
        long ns = START_NS + step * STEP_NS;
        int tgid = task == Placement.IDLE ? 0 : machine.spec().tasks().get(leader(machine.spec().tasks().get(task))).pid();
        String group = task == Placement.IDLE ? "-------" : String.format(Locale.ROOT, "%7d", tgid);
        out.append(String.format(Locale.ROOT, "%16s-%-7d (%s) [%03d] ..... %5d.%06d: %s%n",
                task == Placement.IDLE ? "<idle>" : comm(task, cpu), pid(task), group, cpu, ns / 1_000_000_000,
                ns / 1000 % 1_000_000, text));
    }

    private String event(TraceEvent event) {
        String name = event.event().substring(event.event().indexOf(':') + 1);
        if (name.startsWith("sys_enter_")) {
            return call(name.substring("sys_enter_".length()), event);
        }
        if (name.startsWith("sys_exit_")) {
            return "sys_" + name.substring("sys_exit_".length()) + " -> 0x" + Long.toHexString(errno(event.values().getFirst()));
        }
        return switch (name) {
            case "contention_begin" -> "contention_begin: " + value(event.values().get(0)) + " (flags="
                    + flags(event.values().get(1).value()) + ")";
            case "contention_end" -> "contention_end: " + value(event.values().get(0)) + " (ret=" + event.values().get(1).value() + ")";
            case "exit_mmap" -> "exit_mmap: mt_mod " + value(event.values().getLast()) + ", DESTROY";
            case "tlb_flush" -> "tlb_flush: pages:" + event.values().getFirst().value() + " reason:local MM shootdown (3)";
            default -> name + ":" + arguments(event);
        };
    }

    private String call(String name, TraceEvent event) {
        StringBuilder text = new StringBuilder("sys_").append(name).append('(');
        for (TraceEvent.Value v : event.values()) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(v.name()).append(": ").append(value(v));
        }
        return text.append(')').toString();
    }

    private String arguments(TraceEvent event) {
        StringBuilder text = new StringBuilder();
        for (TraceEvent.Value v : event.values()) {
            text.append(' ').append(v.name().equals("member") ? "type" : v.name()).append('=').append(value(v));
        }
        return text.toString();
    }

    private String value(TraceEvent.Value v) {
        return switch (v.kind()) {
            case NUMBER, TABLE -> Integer.toString(v.value());
            case TRUTH -> v.value() != 0 ? "true" : "false";
            case PID -> Integer.toString(pid(v.value()));
            case COMM -> comm(v.value(), 0);
            case TGID -> Integer.toString(groupLeader(v.value()));
            case MM -> String.format(Locale.ROOT, "%016x", MM_BASE + v.value());
            case MM_ID -> Long.toString(MM_BASE + v.value());
            case PAGES_AS_BYTES -> (long) v.value() * PAGE_BYTES + "B";
            case PAGES_AS_KB -> (long) v.value() * PAGE_BYTES / 1024 + "kB";
            case ERRNO -> Long.toString(errno(v));
            case RSS_MEMBER -> RSS_MEMBERS[v.value()];
        };
    }

    private static long errno(TraceEvent.Value v) {
        return Errno.of(v.value()).result();
    }

    private static String flags(int flags) {
        return switch (flags) {
            case 1 -> "SPIN";
            case 2 -> "READ";
            case 4 -> "WRITE";
            default -> Integer.toString(flags);
        };
    }

    private String comm(int task, int cpu) {
        return task == Placement.IDLE ? "swapper/" + cpu : machine.spec().tasks().get(task).comm();
    }

    private int pid(int task) {
        return task == Placement.IDLE ? 0 : machine.spec().tasks().get(task).pid();
    }

    private int groupLeader(int group) {
        return machine.spec().tasks().stream().filter(t -> t.group() == group).findFirst().map(Task::pid).orElse(0);
    }

    private int leader(Task task) {
        for (int t = 0; t < machine.tasks(); t++) {
            if (machine.spec().tasks().get(t).group() == task.group()) {
                return t;
            }
        }
        return machine.spec().tasks().indexOf(task);
    }
}
