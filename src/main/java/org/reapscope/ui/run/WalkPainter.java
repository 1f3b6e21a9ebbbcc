package org.reapscope.ui.run;

import java.util.List;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.Vma;
import org.reapscope.picture.Role;
import org.reapscope.run.Course;
import org.reapscope.run.GhostRun;
import org.reapscope.run.RunMarks;
import org.reapscope.run.RunPath;
import org.reapscope.run.Walkers;

/** Draws who walks the page tables: a line each, the locks held as cells, collisions as diamonds with their address. */
final class WalkPainter {

    private static final double[] READER = {2, 4};
    private static final double[] GHOST = {8, 5};
    private static final int MOST_LABELS = 12;

    private final Pencil pencil;
    private final StepColumns columns;
    private final double scale;
    private final List<PlacedLane> tables;
    private final List<Vma> vmas;

    /** @param tables the lanes of the page tables, the last table first */
    WalkPainter(Pencil pencil, StepColumns columns, double scale, List<PlacedLane> tables, List<Vma> vmas) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
        this.tables = tables;
        this.vmas = vmas;
    }

    void draw(RunPath path) {
        if (tables.isEmpty()) {
            return;
        }
        locks(path);
        for (int task = 0; task < path.machine().tasks(); task++) {
            walk(path, task, null);
        }
        int labels = 0;
        for (RunMarks.Collision collision : path.marks().collisions()) {
            if (collision.step() >= columns.from() && collision.step() < columns.to()) {
                collision(path, collision, labels++ < MOST_LABELS);
            }
        }
    }

    /** The walkers of a ghost that walk elsewhere or otherwise, dashed, from where it parts. */
    void ghost(GhostRun ghost) {
        int parting = ghost.firstDifference();
        if (tables.isEmpty() || parting == 0) {
            return;
        }
        for (int task = 0; task < ghost.machine().tasks(); task++) {
            walk(ghost, task, ghost);
        }
        for (int task = 0; task < ghost.machine().tasks(); task++) {
            int before = -1;
            for (int step = Math.max(columns.from(), parting - 1); step < columns.to(); step += columns.stride()) {
                long[] state = ghost.state(step + 1);
                int table = Walkers.spins(ghost.machine(), state, task) ? Walkers.collision(ghost.machine(), state, task) : -1;
                if (table >= 0 && table != before) {
                    pencil.diamondOutline(columns.x(step + 0.5), lane(table).middle(), 7 * scale, pencil.colour(Role.ESRCH));
                }
                before = table;
            }
        }
    }

    private PlacedLane lane(int table) {
        return tables.get(tables.size() - 1 - table);
    }

    private void locks(RunPath path) {
        Machine machine = path.machine();
        for (int table = 0; table < tables.size(); table++) {
            PlacedLane lane = lane(table);
            for (int step = columns.from(); step < columns.to(); step += columns.stride()) {
                long[] state = path.state(step + 1);
                int holder = new TableView(machine, state, 0, table).lockHolder();
                if (holder >= 0) {
                    double inset = lane.height() > 8 ? 2 : 0;
                    pencil.rect(columns.within(step), lane.y() + inset, Math.max(1, columns.within(step + 1) - columns.within(step)),
                            lane.height() - 2 * inset, pencil.colour(role(machine, state, holder), 0.45));
                }
            }
        }
    }

    private void walk(Course course, int task, @Nullable GhostRun ghost) {
        Machine machine = course.machine();
        int stride = columns.stride();
        int from = ghost == null ? columns.from() : Math.max(columns.from(), ghost.firstDifference() - 1);
        int before = -1;
        int beforeStep = 0;
        boolean named = false;
        for (int step = from; step < columns.to(); step += stride) {
            long[] state = course.state(step + 1);
            int table = Walkers.table(machine, state, task);
            if (table < 0 && Walkers.kind(machine, state, task).isEmpty()) {
                before = -1;
            }
            if (table < 0) {
                continue;
            }
            Color colour = pencil.colour(role(machine, state, task));
            boolean reader = Walkers.kind(machine, state, task).orElseThrow() == Walkers.Kind.READER;
            pencil.dashes(ghost != null ? GHOST : reader ? READER : new double[0]);
            double x = columns.x(step + 0.5);
            double y = lane(table).middle();
            boolean joined = before >= 0;
            pencil.line(joined ? columns.x(beforeStep + 0.5) : x - 3, joined ? lane(before).middle() : y, joined ? x : x + 3, y, colour,
                    2.5 * Math.min(scale, 1.4));
            pencil.dashes();
            if (!named) {
                named = true;
                name(machine, task, ghost, x, y, colour);
            }
            before = table;
            beforeStep = step;
        }
    }

    private void name(Machine machine, int task, @Nullable GhostRun ghost, double x, double y, Color colour) {
        pencil.font(10 * scale, true);
        String name = machine.spec().tasks().get(task).name();
        String words = ghost == null ? name : "ghost " + ghost.title() + ": " + name;
        double width = pencil.width(words) + 6;
        double left = Math.min(x + 4, columns.right() - width);
        double top = Math.max(tables.getFirst().y() + 7 * scale, ghost == null ? y - 10 * scale : y + 11 * scale);
        pencil.rect(left - 2, top - 7 * scale, width, 14 * scale, pencil.colour(Role.LANE_BG, 0.75));
        pencil.text(words, left, top, TextAlignment.LEFT, colour);
    }

    private void collision(RunPath path, RunMarks.Collision collision, boolean labelled) {
        double x = columns.x(collision.step() + 0.5);
        double y = lane(collision.table()).middle();
        pencil.diamond(x, y, 7 * scale, pencil.colour(Role.ESRCH), pencil.colour(Role.TEXT));
        if (!labelled) {
            return;
        }
        pencil.font(10 * scale, true);
        String words = path.machine().spec().tasks().get(collision.task()).name() + " spins, 0x"
                + Long.toHexString(address(collision.table()));
        double width = pencil.width(words) + 10;
        double left = x + 11 * scale + width <= columns.right() ? x + 11 * scale : x - 11 * scale - width;
        pencil.bar(left, y - 8 * scale, width, 16 * scale, pencil.colour(Role.ESRCH));
        pencil.text(words, left + 5, y, TextAlignment.LEFT, pencil.inkOn(Role.ESRCH));
    }

    private long address(int table) {
        return vmas.stream().filter(v -> table >= v.firstTable() && table < v.firstTable() + v.tables()).findFirst()
                .map(v -> v.start() + ((long) (table - v.firstTable()) << 21)).orElse(0L);
    }

    private static Role role(Machine machine, long[] state, int task) {
        return Walkers.kind(machine, state, task).map(k -> switch (k) {
            case EXIT_MMAP -> Role.WALK_EXIT;
            case REAPER -> Role.WALK_REAPER;
            case READER -> Role.TEXT_DIM;
        }).orElse(Role.TEXT_DIM);
    }
}
