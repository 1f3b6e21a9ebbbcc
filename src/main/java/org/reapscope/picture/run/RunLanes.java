package org.reapscope.picture.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.object.MmView;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.Vma;
import org.reapscope.picture.Role;
import org.reapscope.picture.run.Strip.Cue;
import org.reapscope.run.Course;
import org.reapscope.run.RunMm;
import org.reapscope.run.RunPath;
import org.reapscope.run.Walkers;
import org.reapscope.trace.lane.TaskState;

/** The rows of a run: states of tasks, the address space from its top to its bottom, locks and reference counts. */
public final class RunLanes {

    private static final double TASK_UNITS = 2;
    private static final double SMALL_UNITS = 1.5;
    private static final double ADDRESS_UNITS = 24;
    private static final double LEAST_UNITS = 0.4;
    private static final double MOST_UNITS = 3;

    private final Course course;
    private final Machine machine;
    private final List<Vma> vmas;

    private RunLanes(Course course, List<Vma> vmas) {
        this.course = course;
        this.machine = course.machine();
        this.vmas = vmas;
    }

    /** The rows of a branch, from the top; what they show is remembered. */
    public static List<RunLane> of(RunPath path, List<Vma> vmas) {
        return of((Course) path, vmas).stream()
                .map(l -> new RunLane(l.group(), l.title(), l.detail(), l.units(), new StripMemo(path, l.at()))).toList();
    }

    /** The rows of any course, from the top. */
    public static List<RunLane> of(Course course, List<Vma> vmas) {
        RunLanes lanes = new RunLanes(course, vmas);
        List<RunLane> result = new ArrayList<>();
        for (int t = 0; t < lanes.machine.tasks(); t++) {
            int task = t;
            result.add(new RunLane(RunLane.Group.TASK_STATES, lanes.machine.spec().name(Dim.TASK, t), "", TASK_UNITS,
                    step -> lanes.state(task, step)));
        }
        if (RunMm.count(lanes.machine) == 0) {
            result.addAll(ProgramLanes.of(course));
            return result;
        }
        result.addAll(lanes.addresses());
        for (int m = 0; m < RunMm.count(lanes.machine); m++) {
            result.addAll(lanes.mmapLock(m));
        }
        result.add(lane("task_lock", SMALL_UNITS, step -> lanes.taskLock(step + 1)));
        result.add(lane("ptlock", SMALL_UNITS, step -> lanes.tableLocks(step + 1)));
        for (int m = 0; m < RunMm.count(lanes.machine); m++) {
            result.addAll(lanes.counts(m));
        }
        return result;
    }

    private static RunLane lane(String title, double units, IntFunction<@Nullable Strip> at) {
        return new RunLane(RunLane.Group.LOCKS, title, "", units, at);
    }

    private Strip state(int task, int step) {
        long[] after = course.state(step + 1);
        boolean steps = course.steps(step, task);
        if (!steps && Walkers.spins(machine, after, task)) {
            return new Strip("spins on " + wanted(after, task), Role.LOCK_WAIT, 1, Cue.CROSS_HATCH);
        }
        TaskState state = course.during(step, task);
        String text = steps || state.onCpu() ? function(task, step)
                : state == TaskState.UNINTERRUPTIBLE_LOCK ? "waits for " + wanted(after, task) : state.title();
        return new Strip(text, role(state), switch (state) {
            case SLEEPING, IDLE -> 0.2;
            case UNINTERRUPTIBLE, UNINTERRUPTIBLE_LOCK, STOPPED, TRACED, FROZEN -> 0.6;
            case RUNNABLE, PREEMPTED, EXITING_RUNNABLE, ZOMBIE, DEAD, UNKNOWN -> 0.75;
            case RUNNING, EXITING -> 1;
        }, switch (state) {
            case UNINTERRUPTIBLE_LOCK -> Cue.HATCH;
            case UNINTERRUPTIBLE, STOPPED, TRACED, FROZEN -> Cue.DOTS;
            case EXITING, EXITING_RUNNABLE -> Cue.BACK_HATCH;
            case ZOMBIE, DEAD, UNKNOWN -> Cue.OUTLINE;
            case RUNNING, RUNNABLE, PREEMPTED, SLEEPING, IDLE -> Cue.PLAIN;
        });
    }

    private String function(int task, int step) {
        return machine.next(course.state(step), 0, task).map(s -> s.step().function()).orElse("");
    }

    private String wanted(long[] state, int task) {
        return machine.blockedOn(state, 0, task).map(b -> b.lock() == null ? "" : b.lock().name()
                + (b.holders().isEmpty() ? "" : " of " + names(b.holders()))).orElse("");
    }

    private List<RunLane> addresses() {
        int tables = Math.max(1, vmas.stream().mapToInt(Vma::tables).sum());
        double units = Math.clamp(ADDRESS_UNITS / tables, LEAST_UNITS, MOST_UNITS);
        List<RunLane> result = new ArrayList<>();
        for (Vma vma : vmas.reversed()) {
            for (int k = vma.tables() - 1; k >= 0; k--) {
                int table = vma.firstTable() + k;
                String name = k == vma.tables() - 1 ? vma.name() + of(vma.mm()) : "";
                String detail = String.format(Locale.ROOT, "%x", vma.start() + ((long) k << 21));
                result.add(new RunLane(RunLane.Group.ADDRESS_SPACE, name, detail, units, step -> pages(vma, table, step + 1)));
            }
        }
        return result;
    }

    private @Nullable Strip pages(Vma vma, int table, int depth) {
        return switch (new TableView(machine, course.state(depth), 0, table).where()) {
            case NONE -> null;
            case MAPPED -> Strip.full("mapped", switch (vma.kind().rssMember()) {
                case 0 -> Role.VMA_FILE;
                case 1, 2 -> Role.VMA_ANON;
                default -> Role.VMA_OTHER;
            });
            case GATHERED -> new Strip("gathered", Role.VMA_GATHERED, 1, Cue.BACK_HATCH);
            case FREE -> Strip.full("free", Role.VMA_FREE);
            case CACHE -> new Strip("page cache", Role.VMA_OTHER, 1, Cue.DOTS);
            case KEPT -> new Strip("kept by others", Role.VMA_OTHER, 1, Cue.DOTS);
        };
    }

    private List<RunLane> mmapLock(int mm) {
        return List.of(lane("mmap_lock" + of(mm), TASK_UNITS, step -> mmapLockHolders(mm, step + 1)),
                lane("its waiters", SMALL_UNITS, step -> queue(mm, step + 1)));
    }

    private List<RunLane> counts(int mm) {
        return List.of(lane("mm_users" + of(mm), SMALL_UNITS, step -> users(mm, step + 1)),
                lane("mm_count" + of(mm), SMALL_UNITS, step -> Strip.full(Integer.toString(view(mm, step + 1).count()), Role.UNKNOWN)));
    }

    private String of(int mm) {
        return RunMm.count(machine) > 1 ? " " + machine.spec().name(Dim.MM, mm) : "";
    }

    private Strip users(int mm, int depth) {
        int users = view(mm, depth).users();
        boolean pinned = users > 0 && RunMm.unreachable(machine, course.state(depth), mm);
        return Strip.full(users + (pinned ? " — no thread has the mm" : ""), pinned ? Role.ESRCH : Role.UNKNOWN);
    }

    private @Nullable Strip mmapLockHolders(int mm, int depth) {
        MmView view = view(mm, depth);
        List<Integer> holders = view.lockHolders();
        return holders.isEmpty() ? null : view.lockWriter() >= 0
                ? Strip.full("W " + names(holders), Role.LOCK_WRITE) : Strip.full("R " + names(holders), Role.LOCK_READ);
    }

    private @Nullable Strip queue(int mm, int depth) {
        List<Integer> queue = view(mm, depth).lockQueue();
        return queue.isEmpty() ? null : new Strip(names(queue), Role.LOCK_WAIT, 1, Cue.HATCH);
    }

    private @Nullable Strip taskLock(int depth) {
        List<String> held = new ArrayList<>();
        for (int t = 0; t < machine.tasks(); t++) {
            List<Integer> holders = machine.holders(course.state(depth), 0, TaskFields.TASK_LOCK, t);
            if (!holders.isEmpty()) {
                held.add(machine.spec().name(Dim.TASK, t) + " by " + names(holders));
            }
        }
        return held.isEmpty() ? null : Strip.full(String.join(", ", held), Role.LOCK_WRITE);
    }

    /** Who holds locks of page tables; hatched while somebody spins for one. */
    private @Nullable Strip tableLocks(int depth) {
        long[] state = course.state(depth);
        List<String> held = new ArrayList<>();
        Role role = Role.LOCK_READ;
        for (Vma vma : vmas) {
            for (int table = vma.firstTable(); table < vma.firstTable() + vma.tables(); table++) {
                int holder = new TableView(machine, state, 0, table).lockHolder();
                if (holder >= 0) {
                    held.add(machine.spec().name(Dim.TASK, holder));
                    role = Walkers.kind(machine, state, holder).filter(k -> k == Walkers.Kind.EXIT_MMAP).isPresent()
                            ? Role.WALK_EXIT : Role.WALK_REAPER;
                }
            }
        }
        boolean contended = false;
        for (int task = 0; task < machine.tasks(); task++) {
            contended |= Walkers.spins(machine, state, task) && Walkers.collision(machine, state, task) >= 0;
        }
        return held.isEmpty() ? null : new Strip(String.join(", ", held), contended ? Role.LOCK_WAIT : role, 1,
                contended ? Cue.CROSS_HATCH : Cue.PLAIN);
    }

    private MmView view(int mm, int depth) {
        return new MmView(machine, course.state(depth), 0, mm);
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
