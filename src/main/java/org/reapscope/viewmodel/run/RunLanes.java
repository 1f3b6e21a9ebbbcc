package org.reapscope.viewmodel.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.object.MmView;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.Vma;
import org.reapscope.paint.Role;
import org.reapscope.trace.lane.TaskState;

/** The rows of a run: states of tasks, the address space from its top to its bottom, locks and reference counts. */
public final class RunLanes {

    private static final double TASK_UNITS = 2;
    private static final double SMALL_UNITS = 1.5;
    private static final double ADDRESS_UNITS = 26;
    private static final double LEAST_UNITS = 1.5;
    private static final double MOST_UNITS = 6;

    private final RunPath path;
    private final Machine machine;
    private final List<Vma> vmas;

    private RunLanes(RunPath path, List<Vma> vmas) {
        this.path = path;
        this.machine = path.machine();
        this.vmas = vmas;
    }

    /** The rows, from the top. */
    public static List<RunLane> of(RunPath path, List<Vma> vmas) {
        RunLanes lanes = new RunLanes(path, vmas);
        List<RunLane> result = new ArrayList<>();
        for (int t = 0; t < lanes.machine.tasks(); t++) {
            int task = t;
            result.add(new RunLane(RunLane.Group.TASK_STATES, lanes.machine.spec().name(Dim.TASK, t), "", TASK_UNITS,
                    step -> lanes.state(task, step)));
        }
        if (RunMm.count(lanes.machine) == 0) {
            result.addAll(ProgramLanes.of(path));
            return result;
        }
        result.addAll(lanes.addresses());
        result.add(new RunLane(RunLane.Group.LOCKS, "task_lock", "", SMALL_UNITS, step -> lanes.taskLock(step + 1)));
        for (int m = 0; m < RunMm.count(lanes.machine); m++) {
            result.addAll(lanes.locks(m));
        }
        return result;
    }

    private Strip state(int task, int step) {
        TaskState state = path.during(step, task);
        String text = path.task(step) == task || state.onCpu() ? lastFunction(task, step) : state.title();
        return new Strip(text, role(state), state == TaskState.SLEEPING || state == TaskState.DEAD ? 0.45
                : state.waitsForCpu() || state == TaskState.ZOMBIE ? 0.7 : 1);
    }

    private String lastFunction(int task, int step) {
        return machine.next(path.state(step), 0, task).map(s -> s.step().function()).orElse("");
    }

    private List<RunLane> addresses() {
        int tables = Math.max(1, vmas.stream().mapToInt(Vma::tables).sum());
        double units = Math.clamp(ADDRESS_UNITS / tables, LEAST_UNITS, MOST_UNITS);
        List<RunLane> result = new ArrayList<>();
        for (Vma vma : vmas.reversed()) {
            for (int k = vma.tables() - 1; k >= 0; k--) {
                int table = vma.firstTable() + k;
                String name = k == vma.tables() - 1 ? vma.name() : "";
                String detail = String.format(Locale.ROOT, "%x", vma.start() + ((long) k << 21));
                result.add(new RunLane(RunLane.Group.ADDRESS_SPACE, name, detail, units, step -> pages(vma, table, step + 1)));
            }
        }
        return result;
    }

    private @Nullable Strip pages(Vma vma, int table, int depth) {
        return switch (new TableView(machine, path.state(depth), 0, table).where()) {
            case NONE -> null;
            case MAPPED -> Strip.full("mapped", switch (vma.kind().rssMember()) {
                case 0 -> Role.VMA_FILE;
                case 1, 2 -> Role.VMA_ANON;
                default -> Role.VMA_OTHER;
            });
            case GATHERED -> Strip.full("gathered", Role.VMA_GATHERED);
            case FREE -> Strip.full("free", Role.VMA_FREE);
            case CACHE -> Strip.full("page cache", Role.VMA_OTHER);
            case KEPT -> Strip.full("kept by others", Role.VMA_OTHER);
        };
    }

    private List<RunLane> locks(int mm) {
        String of = RunMm.count(machine) > 1 ? " " + machine.spec().name(Dim.MM, mm) : "";
        RunLane.Group group = RunLane.Group.LOCKS;
        return List.of(
                new RunLane(group, "mmap_lock" + of, "", TASK_UNITS, step -> mmapLock(mm, step + 1)),
                new RunLane(group, "waits for it", "", SMALL_UNITS, step -> queue(mm, step + 1)),
                new RunLane(group, "mm_users" + of, "", SMALL_UNITS, step -> users(mm, step + 1)),
                new RunLane(group, "mm_count" + of, "", SMALL_UNITS,
                        step -> Strip.full(Integer.toString(view(mm, step + 1).count()), Role.UNKNOWN)));
    }

    private Strip users(int mm, int depth) {
        int users = view(mm, depth).users();
        boolean pinned = users > 0 && RunMm.unreachable(machine, path.state(depth), mm);
        return Strip.full(users + (pinned ? " — no thread has the mm" : ""), pinned ? Role.ESRCH : Role.UNKNOWN);
    }

    private @Nullable Strip mmapLock(int mm, int depth) {
        MmView view = view(mm, depth);
        List<Integer> holders = view.lockHolders();
        return holders.isEmpty() ? null : view.lockWriter() >= 0
                ? Strip.full("W " + names(holders), Role.LOCK_WRITE) : Strip.full("R " + names(holders), Role.LOCK_READ);
    }

    private @Nullable Strip queue(int mm, int depth) {
        List<Integer> queue = view(mm, depth).lockQueue();
        return queue.isEmpty() ? null : Strip.full(names(queue), Role.LOCK_WAIT);
    }

    private @Nullable Strip taskLock(int depth) {
        Lock lock = TaskFields.TASK_LOCK;
        for (int t = 0; t < machine.tasks(); t++) {
            List<Integer> holders = machine.holders(path.state(depth), 0, lock, t);
            if (!holders.isEmpty()) {
                return Strip.full(machine.spec().name(Dim.TASK, t) + " by " + names(holders), Role.LOCK_WRITE);
            }
        }
        return null;
    }

    private MmView view(int mm, int depth) {
        return new MmView(machine, path.state(depth), 0, mm);
    }

    private String names(List<Integer> tasks) {
        return tasks.stream().map(t -> machine.spec().name(Dim.TASK, t)).collect(Collectors.joining(", "));
    }

    private static Role role(TaskState state) {
        return switch (state) {
            case UNKNOWN, DEAD -> Role.UNKNOWN;
            case IDLE, SLEEPING -> Role.SLEEPING;
            case ZOMBIE -> Role.DEAD;
            case RUNNING -> Role.RUNNING;
            case RUNNABLE, PREEMPTED -> Role.RUNNABLE;
            case EXITING, EXITING_RUNNABLE -> Role.EXITING;
            case STOPPED, TRACED, FROZEN -> Role.STOPPED;
            case UNINTERRUPTIBLE -> Role.IO_WAIT;
            case UNINTERRUPTIBLE_LOCK -> Role.LOCK_WAIT;
        };
    }
}
