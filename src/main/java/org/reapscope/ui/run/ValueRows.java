package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.Vma;
import org.reapscope.run.CellNames;
import org.reapscope.run.RunPath;
import org.reapscope.run.Walkers;

/**
 * The rows of the table whose columns are steps: what every task does, and every value that the machine keeps, locks and
 * page tables in words, pages of every VMA.
 */
public final class ValueRows {

    private static final Set<Field> LOCKS = Set.of(TaskFields.TASK_LOCK.holder(), GroupFields.SIGLOCK.holder(),
            TableFields.PTE_LOCK.holder(), MmFields.MMAP_LOCK.holder(), MmFields.MMAP_LOCK.readers(), MmFields.MMAP_LOCK.place(),
            MmFields.MMAP_LOCK.wantsWrite(), MmFields.MMAP_LOCK.handoff());
    private static final Set<Field> COUNTS = Set.of(MmFields.MM_USERS, MmFields.MM_COUNT, GroupFields.LIVE);
    private static final Set<Field> HOLDERS = Set.of(TaskFields.TASK_LOCK.holder(), GroupFields.SIGLOCK.holder(),
            TableFields.PTE_LOCK.holder(), MmFields.MMAP_LOCK.holder(), TableFields.ZAPPED_BY, TableFields.FREED_BY,
            MmFields.TORN_DOWN_BY, TaskFields.FOUND);

    private final Machine machine;
    private final List<Vma> vmas;

    private ValueRows(Machine machine, List<Vma> vmas) {
        this.machine = machine;
        this.vmas = vmas;
    }

    /** The rows of a branch, by group. */
    public static List<ValueRow> of(RunPath path, List<Vma> vmas) {
        ValueRows rows = new ValueRows(path.machine(), vmas);
        List<ValueRow> all = new ArrayList<>(rows.tasks());
        all.addAll(rows.vmas());
        all.addAll(rows.cells());
        all.sort(Comparator.comparing(ValueRow::group));
        return all;
    }

    /** Bit by bit, what ever differs from the initial state on a branch. O(steps). */
    public static long[] changed(RunPath path) {
        long[] first = path.state(0);
        long[] changed = new long[first.length];
        for (int depth = 1; depth <= path.length(); depth++) {
            long[] state = path.state(depth);
            for (int word = 0; word < changed.length; word++) {
                changed[word] |= state[word] ^ first[word];
            }
        }
        return changed;
    }

    /** Whether a row shows anything else than in the initial state, by what {@link #changed} says. */
    public static boolean changes(Machine machine, ValueRow row, long[] changed) {
        return row.cells().stream().anyMatch(cell -> machine.layout().get(changed, 0, cell) != 0);
    }

    private List<ValueRow> tasks() {
        Cells cells = machine.layout().cells();
        List<ValueRow> rows = new ArrayList<>();
        for (int t = 0; t < machine.tasks(); t++) {
            int task = t;
            rows.add(new ValueRow(ValueRow.Group.TASKS, machine.spec().name(Dim.TASK, t), List.of(cells.cell(Field.PC, t)),
                    state -> Walkers.spins(machine, state, task) ? "spins" : machine.next(state, 0, task).map(s -> s.step().id()
                            + (machine.enabled(state, 0, task) ? "" : " waits")).orElse("done")));
        }
        return rows;
    }

    private List<ValueRow> vmas() {
        Cells cells = machine.layout().cells();
        List<ValueRow> rows = new ArrayList<>();
        for (Vma vma : vmas) {
            List<Integer> pages = new ArrayList<>();
            for (int table = vma.firstTable(); cells.has(TableFields.PAGES) && table < vma.firstTable() + vma.tables(); table++) {
                int cell = cells.cell(TableFields.PAGES, table);
                if (machine.layout().isStored(cell)) {
                    pages.add(cell);
                }
            }
            rows.add(new ValueRow(ValueRow.Group.VMAS, vma.name() + " " + String.format(Locale.ROOT, "%x", vma.start()), pages,
                    state -> counts(vma, state)));
        }
        return rows;
    }

    /** Pages mapped, gathered and gone. */
    private String counts(Vma vma, long[] state) {
        int[] pages = new int[3];
        for (int table = vma.firstTable(); table < vma.firstTable() + vma.tables(); table++) {
            int count = machine.value(state, 0, TableFields.PAGE_COUNT, table);
            switch (new TableView(machine, state, 0, table).where()) {
                case MAPPED -> pages[0] += count;
                case GATHERED -> pages[1] += count;
                case FREE, CACHE, KEPT -> pages[2] += count;
                case NONE -> { }
            }
        }
        return pages[0] + " " + pages[1] + " " + pages[2];
    }

    private List<ValueRow> cells() {
        Layout layout = machine.layout();
        Cells cells = layout.cells();
        return IntStream.range(0, cells.count())
                .filter(cell -> layout.isStored(cell) && cells.field(cell) != Field.PC)
                .mapToObj(cell -> new ValueRow(group(cells.field(cell)), CellNames.of(machine, cell), List.of(cell),
                        state -> words(cells.field(cell), layout.get(state, 0, cell), state, cells.indexes(cell)))).toList();
    }

    private static ValueRow.Group group(Field field) {
        return LOCKS.contains(field) ? ValueRow.Group.LOCKS : COUNTS.contains(field) ? ValueRow.Group.COUNTS
                : field.dims().contains(Dim.TABLE) ? ValueRow.Group.TABLES
                : field.dims().contains(Dim.MM) || field.dims().contains(Dim.GROUP) || field.bound().equals(Field.flag("").bound())
                        ? ValueRow.Group.FLAGS : ValueRow.Group.RESULTS;
    }

    private String words(Field field, int value, long[] state, int[] index) {
        if (HOLDERS.contains(field)) {
            return value == 0 ? "–" : machine.spec().name(Dim.TASK, value - 1);
        }
        if (field.equals(TableFields.PAGES)) {
            return new TableView(machine, state, 0, index[0]).where().name().toLowerCase(Locale.ROOT);
        }
        if (field.equals(TaskFields.HAS_MM)) {
            return value == 0 ? "NULL" : "set";
        }
        return Integer.toString(value);
    }
}
