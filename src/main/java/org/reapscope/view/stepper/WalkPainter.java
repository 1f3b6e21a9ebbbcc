package org.reapscope.view.stepper;

import java.util.List;
import java.util.Locale;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.Vma;
import org.reapscope.paint.Role;
import org.reapscope.viewmodel.run.RunPath;
import org.reapscope.viewmodel.run.Walkers;

/** Draws who walks the page tables: a line each, the locks held as cells, collisions as diamonds with their address. */
final class WalkPainter {

    private final Pencil pencil;
    private final Columns columns;
    private final double scale;
    private final RunPath path;
    private final List<PlacedLane> tables;
    private final List<Vma> vmas;

    /** @param tables the lanes of the page tables, the last table first */
    WalkPainter(Pencil pencil, Columns columns, double scale, RunPath path, List<PlacedLane> tables, List<Vma> vmas) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
        this.path = path;
        this.tables = tables;
        this.vmas = vmas;
    }

    void draw() {
        if (tables.isEmpty()) {
            return;
        }
        locks();
        for (int task = 0; task < path.machine().tasks(); task++) {
            walk(task);
        }
        for (int task = 0; task < path.machine().tasks(); task++) {
            collisions(task);
        }
    }

    private PlacedLane lane(int table) {
        return tables.get(tables.size() - 1 - table);
    }

    private void locks() {
        Machine machine = path.machine();
        for (int table = 0; table < tables.size(); table++) {
            for (int step = columns.from(); step < columns.to(); step++) {
                long[] state = path.state(step + 1);
                int holder = new TableView(machine, state, 0, table).lockHolder();
                if (holder >= 0) {
                    PlacedLane lane = lane(table);
                    pencil.rect(columns.x(step), lane.y() + 2, columns.pitch(), lane.height() - 4,
                            pencil.colour(role(state, holder), 0.45));
                }
            }
        }
    }

    private void walk(int task) {
        Machine machine = path.machine();
        int before = -1;
        boolean named = false;
        for (int step = columns.from(); step < columns.to(); step++) {
            long[] state = path.state(step + 1);
            int table = Walkers.table(machine, state, task);
            if (table >= 0) {
                Color colour = pencil.colour(role(state, task));
                double x = columns.x(step + 0.5);
                boolean reader = Walkers.kind(machine, state, task).orElseThrow() == Walkers.Kind.READER;
                pencil.dashes(reader ? new double[] {5, 4} : new double[0]);
                if (before >= 0) {
                    pencil.line(columns.x(step - 0.5), lane(before).middle(), x, lane(table).middle(), colour, 2.5);
                } else {
                    pencil.line(x - 3, lane(table).middle(), x + 3, lane(table).middle(), colour, 2.5);
                }
                pencil.dashes();
                if (!named) {
                    named = true;
                    pencil.font(10 * scale, true);
                    pencil.text(machine.spec().tasks().get(task).name(), x + 2, lane(table).middle() - 9 * scale,
                            TextAlignment.LEFT, colour);
                }
            }
            before = table;
        }
    }

    private void collisions(int task) {
        Machine machine = path.machine();
        int before = -1;
        for (int step = columns.from(); step < columns.to(); step++) {
            int table = Walkers.collision(machine, path.state(step + 1), task);
            if (table >= 0 && table != before) {
                double x = columns.x(step + 0.5);
                double y = lane(table).middle();
                pencil.diamond(x, y, 7 * scale, pencil.colour(Role.ESRCH), pencil.colour(Role.TEXT));
                pencil.font(10 * scale, true);
                String words = machine.spec().tasks().get(task).name() + " waits, 0x" + Long.toHexString(address(table)).toLowerCase(Locale.ROOT);
                pencil.bar(x + 11 * scale, y - 8 * scale, pencil.width(words) + 10, 16 * scale, pencil.colour(Role.ESRCH));
                pencil.text(words, x + 15 * scale, y, TextAlignment.LEFT, pencil.inkOn(Role.ESRCH));
            }
            before = table;
        }
    }

    private long address(int table) {
        return vmas.stream().filter(v -> table >= v.firstTable() && table < v.firstTable() + v.tables()).findFirst()
                .map(v -> v.start() + ((long) (table - v.firstTable()) << 21)).orElse(0L);
    }

    private Role role(long[] state, int task) {
        return Walkers.kind(path.machine(), state, task).map(k -> switch (k) {
            case EXIT_MMAP -> Role.WALK_EXIT;
            case REAPER -> Role.WALK_REAPER;
            case READER -> Role.TEXT_DIM;
        }).orElse(Role.TEXT_DIM);
    }
}
