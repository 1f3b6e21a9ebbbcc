package org.reapscope.picture.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.Vma;
import org.reapscope.picture.AddressSpace;
import org.reapscope.picture.AddressSpace.PageState;
import org.reapscope.picture.AddressSpace.Walker;
import org.reapscope.picture.Role;
import org.reapscope.run.Course;
import org.reapscope.run.GhostRun;
import org.reapscope.run.Recorder;
import org.reapscope.run.RunMarks;
import org.reapscope.run.RunMm;
import org.reapscope.run.Walkers;

/** The address spaces of a run over its steps: what became of each page table, who held its lock, who walked, where walkers met. */
final class SpaceOfRun {

    /** What one page table maps. */
    private static final long TABLE_BYTES = 2L << 20;

    private final RunScene scene;
    private final Machine machine;
    private final int steps;

    SpaceOfRun(RunScene scene) {
        this.scene = scene;
        machine = scene.machine();
        steps = scene.path().length();
    }

    /** The address space of all VMAs; null where there are none. */
    @Nullable AddressSpace space() {
        if (scene.vmas().isEmpty()) {
            return null;
        }
        List<AddressSpace.Walk> walks = new ArrayList<>();
        for (int task = 0; task < machine.tasks(); task++) {
            walks(scene.path(), task, 0, name(task), false, walks);
        }
        GhostRun ghost = scene.ghost();
        if (ghost != null && ghost.firstDifference() > 0) {
            for (int task = 0; task < machine.tasks(); task++) {
                walks(ghost, task, ghost.firstDifference() - 1, "ghost " + ghost.title() + ": " + name(task), true, walks);
            }
        }
        return new AddressSpace(ranges(), changes(), walks, holds(), meetings(), TABLE_BYTES);
    }

    private List<AddressSpace.Range> ranges() {
        return scene.vmas().stream().map(vma -> new AddressSpace.Range(vma.name() + (RunMm.count(machine) > 1
                ? " of " + machine.spec().name(Dim.MM, vma.mm()) : ""), vma.start(), end(vma), kind(vma), Recorder.timeNs(-1))).toList();
    }

    private static long end(Vma vma) {
        return Math.max(vma.start() + vma.tables() * TABLE_BYTES, vma.start() + 1);
    }

    private static AddressSpace.Kind kind(Vma vma) {
        return switch (vma.kind().rssMember()) {
            case 0 -> AddressSpace.Kind.FILE;
            case 1, 2 -> AddressSpace.Kind.ANON;
            default -> AddressSpace.Kind.OTHER;
        };
    }

    private List<AddressSpace.Change> changes() {
        List<AddressSpace.Change> changes = new ArrayList<>();
        for (Vma vma : scene.vmas()) {
            for (int k = 0; k < vma.tables(); k++) {
                long start = vma.start() + k * TABLE_BYTES;
                PageState before = PageState.MAPPED;
                for (int depth = 0; depth <= steps; depth++) {
                    PageState now = state(scene.path(), depth, vma.firstTable() + k);
                    if (now != before) {
                        changes.add(new AddressSpace.Change(Recorder.timeNs(depth - 1), start, start + TABLE_BYTES, now));
                        before = now;
                    }
                }
            }
        }
        return changes;
    }

    private static PageState state(Course course, int depth, int table) {
        return switch (new TableView(course.machine(), course.state(depth), 0, table).where()) {
            case MAPPED -> PageState.MAPPED;
            case GATHERED -> PageState.GATHERED;
            case FREE, NONE -> PageState.FREE;
            case CACHE, KEPT -> PageState.KEPT;
        };
    }

    private List<AddressSpace.Hold> holds() {
        List<AddressSpace.Hold> holds = new ArrayList<>();
        for (Vma vma : scene.vmas()) {
            for (int k = 0; k < vma.tables(); k++) {
                long start = vma.start() + k * TABLE_BYTES;
                int holder = -1;
                int since = 0;
                for (int step = 0; step <= steps; step++) {
                    int now = step == steps ? -1 : new TableView(machine, scene.path().state(step + 1), 0, vma.firstTable() + k).lockHolder();
                    if (now != holder) {
                        if (holder >= 0) {
                            holds.add(new AddressSpace.Hold(Recorder.timeNs(since), Recorder.timeNs(step), start, start + TABLE_BYTES,
                                    walker(machine, scene.path().state(since + 1), holder).orElse(Walker.READER)));
                        }
                        holder = now;
                        since = step;
                    }
                }
            }
        }
        return holds;
    }

    private void walks(Course course, int task, int fromStep, String who, boolean expected, List<AddressSpace.Walk> walks) {
        List<AddressSpace.Point> points = new ArrayList<>();
        Walker walker = Walker.READER;
        for (int step = fromStep; step < course.length(); step++) {
            long[] state = course.state(step + 1);
            Optional<Walker> now = walker(course.machine(), state, task);
            if (now.isEmpty() || !points.isEmpty() && now.get() != walker) {
                finish(who, walker, expected, points, walks);
            }
            int table = Walkers.table(course.machine(), state, task);
            if (now.isPresent() && table >= 0) {
                walker = now.get();
                points.add(new AddressSpace.Point(Recorder.timeNs(step) + Recorder.STEP_NS / 2, address(table) + TABLE_BYTES / 2));
            }
        }
        finish(who, walker, expected, points, walks);
    }

    private static void finish(String who, Walker walker, boolean expected, List<AddressSpace.Point> points, List<AddressSpace.Walk> walks) {
        if (!points.isEmpty()) {
            walks.add(new AddressSpace.Walk(who, walker, expected, List.copyOf(points)));
            points.clear();
        }
    }

    private List<AddressSpace.Meeting> meetings() {
        List<AddressSpace.Meeting> meetings = new ArrayList<>();
        for (RunMarks.Collision collision : scene.path().marks().collisions()) {
            long address = address(collision.table());
            meetings.add(new AddressSpace.Meeting(Recorder.timeNs(collision.step()) + Recorder.STEP_NS / 2, address + TABLE_BYTES / 2,
                    name(collision.task()) + " spins, 0x" + Long.toHexString(address)));
        }
        return meetings;
    }

    private long address(int table) {
        return scene.vmas().stream().filter(v -> table >= v.firstTable() && table < v.firstTable() + v.tables()).findFirst()
                .map(v -> v.start() + (table - v.firstTable()) * TABLE_BYTES).orElse(0L);
    }

    private String name(int task) {
        return machine.spec().tasks().get(task).name();
    }

    private static Optional<Walker> walker(Machine machine, long[] state, int task) {
        return Walkers.kind(machine, state, task).map(kind -> switch (kind) {
            case EXIT_MMAP -> Walker.EXIT;
            case REAPER -> Walker.REAPER;
            case READER -> Walker.READER;
        });
    }

    /** The colour of who holds the lock of a page table. */
    static Role role(Machine machine, long[] state, int task) {
        return walker(machine, state, task).map(walker -> switch (walker) {
            case EXIT -> Role.WALK_EXIT;
            case REAPER -> Role.WALK_REAPER;
            case READER -> Role.LOCK_READ;
        }).orElse(Role.LOCK_READ);
    }
}
