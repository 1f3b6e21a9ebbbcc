package org.reapscope.picture.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.object.MmView;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.Vma;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Role;
import org.reapscope.picture.Row;
import org.reapscope.picture.Strip;
import org.reapscope.picture.Strips;
import org.reapscope.run.Course;
import org.reapscope.run.GhostRun;
import org.reapscope.run.RunMm;
import org.reapscope.run.Walkers;

/** The locks and the reference counts of a run. A lock without tracepoints is told by the machine's state. */
final class LockRows {

    private final RunScene scene;
    private final Machine machine;

    LockRows(RunScene scene) {
        this.scene = scene;
        machine = scene.machine();
    }

    /** Who holds and awaits mmap_lock, task_lock, locks of page tables, signal locks excepted; then the counts. */
    List<PlannedRow> rows() {
        List<PlannedRow> rows = new ArrayList<>();
        for (int mm = 0; mm < RunMm.count(machine); mm++) {
            int index = mm;
            rows.add(row("mmap_lock" + of(mm), (course, depth) -> holders(course, depth, index)));
            rows.add(row("its waiters" + of(mm), (course, depth) -> queue(course, depth, index)));
        }
        rows.add(row("task_lock", this::taskLock));
        rows.add(row("PTE locks", this::tableLocks));
        for (int mm = 0; mm < RunMm.count(machine); mm++) {
            int index = mm;
            rows.add(row("mm_users" + of(mm), (course, depth) -> users(course, depth, index)));
            rows.add(row("mm_count" + of(mm), (course, depth) -> Strip.full(Integer.toString(view(course, depth, index).count()), Role.UNKNOWN)));
        }
        return rows;
    }

    /** What a row shows at a depth of a course. */
    private interface Shown {
        @Nullable Strip at(Course course, int depth);
    }

    private PlannedRow row(String title, Shown shown) {
        Strips strips = OverSteps.of(scene.path().length(), depth -> shown.at(scene.path(), depth));
        GhostRun ghost = scene.ghost();
        Strips differing = ghost == null ? Strips.NONE : strips.differing(OverSteps.of(ghost.length(), depth -> shown.at(ghost, depth)));
        return new PlannedRow("run/" + title, new Row.Values(strips, differing, title), PlannedRow.Kind.LANES);
    }

    private String of(int mm) {
        return RunMm.count(machine) > 1 ? " of " + machine.spec().name(Dim.MM, mm) : "";
    }

    private Strip users(Course course, int depth, int mm) {
        int users = view(course, depth, mm).users();
        boolean pinned = users > 0 && RunMm.unreachable(course.machine(), course.state(depth), mm);
        return Strip.full(users + (pinned ? ", no thread has the mm" : ""), pinned ? Role.ESRCH : Role.UNKNOWN);
    }

    private @Nullable Strip holders(Course course, int depth, int mm) {
        MmView view = view(course, depth, mm);
        List<Integer> holders = view.lockHolders();
        return holders.isEmpty() ? null : view.lockWriter() >= 0
                ? Strip.full("W " + names(holders), Role.LOCK_WRITE) : Strip.full("R " + names(holders), Role.LOCK_READ);
    }

    private @Nullable Strip queue(Course course, int depth, int mm) {
        List<Integer> queue = view(course, depth, mm).lockQueue();
        return queue.isEmpty() ? null : Strip.of(names(queue), Role.LOCK_WAIT, Strip.Cue.HATCH);
    }

    private @Nullable Strip taskLock(Course course, int depth) {
        List<String> held = new ArrayList<>();
        for (int task = 0; task < machine.tasks(); task++) {
            List<Integer> holders = course.machine().holders(course.state(depth), 0, TaskFields.TASK_LOCK, task);
            if (!holders.isEmpty()) {
                held.add(machine.spec().name(Dim.TASK, task) + " by " + names(holders));
            }
        }
        return held.isEmpty() ? null : Strip.full(String.join(", ", held), Role.LOCK_WRITE);
    }

    /** Who holds locks of page tables; hatched while somebody spins for one. */
    private @Nullable Strip tableLocks(Course course, int depth) {
        long[] state = course.state(depth);
        List<Integer> held = new ArrayList<>();
        for (Vma vma : scene.vmas()) {
            for (int table = vma.firstTable(); table < vma.firstTable() + vma.tables(); table++) {
                int holder = new TableView(course.machine(), state, 0, table).lockHolder();
                if (holder >= 0) {
                    held.add(holder);
                }
            }
        }
        boolean contended = false;
        for (int task = 0; task < machine.tasks(); task++) {
            contended |= Walkers.spins(course.machine(), state, task) && Walkers.collision(course.machine(), state, task) >= 0;
        }
        return held.isEmpty() ? null : contended ? Strip.of(names(held), Role.LOCK_WAIT, Strip.Cue.CROSS_HATCH)
                : Strip.full(names(held), SpaceOfRun.role(course.machine(), state, held.getLast()));
    }

    private static MmView view(Course course, int depth, int mm) {
        return new MmView(course.machine(), course.state(depth), 0, mm);
    }

    private String names(List<Integer> tasks) {
        return tasks.stream().map(t -> machine.spec().name(Dim.TASK, t)).collect(Collectors.joining(", "));
    }
}
