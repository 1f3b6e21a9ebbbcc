package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;

/**
 * A cell of the state that is not what it was.
 *
 * @param cell its number in the machine's {@link Cells}
 * @param name with its indexes, {@code mm_users[victim]}
 * @param before the value it had
 * @param after the value it has
 */
public record Change(int cell, String name, int before, int after) {

    /** What differs between two states of a machine, program counters left out. O(cells). */
    public static List<Change> between(Machine machine, long[] before, long[] after) {
        Layout layout = machine.layout();
        Cells cells = layout.cells();
        int firstPc = cells.first(Field.PC);
        int lastPc = firstPc + Field.PC.cells(cells.sizes());
        List<Change> changes = new ArrayList<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            if (layout.isStored(cell) && (cell < firstPc || cell >= lastPc)) {
                int was = layout.get(before, 0, cell);
                int is = layout.get(after, 0, cell);
                if (was != is) {
                    changes.add(new Change(cell, CellNames.of(machine, cell), was, is));
                }
            }
        }
        return changes;
    }
}
