package org.reapscope.run;

import java.util.Collections;
import java.util.List;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;

/** Cells of a machine's state in the words of its scenario: {@code mm_users[victim]}. */
public final class CellNames {

    private CellNames() {}

    /** The field with the names of its indexes; two that share a name are told apart by their number. Unique within a machine. */
    public static String of(Machine machine, int cell) {
        Cells cells = machine.layout().cells();
        Field field = cells.field(cell);
        int[] index = cells.indexes(cell);
        StringBuilder text = new StringBuilder(field.name());
        for (int k = 0; k < index.length; k++) {
            text.append('[').append(member(machine, field.dims().get(k), index[k])).append(']');
        }
        return text.toString();
    }

    private static String member(Machine machine, Dim dim, int index) {
        String name = machine.spec().name(dim, index);
        List<String> all = dim == Dim.TASK ? machine.spec().tasks().stream().map(TaskSpec::name).toList()
                : machine.spec().names().getOrDefault(dim, List.of());
        return Collections.frequency(all, name) > 1 ? name + "#" + index : name;
    }
}
