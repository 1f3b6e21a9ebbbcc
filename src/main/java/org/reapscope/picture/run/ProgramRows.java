package org.reapscope.picture.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Role;
import org.reapscope.picture.Row;
import org.reapscope.picture.Strip;
import org.reapscope.picture.Strips;

/** The rows of a small program without a kernel: who holds each lock, and the value of each variable. */
final class ProgramRows {

    private final RunScene scene;
    private final Machine machine;

    ProgramRows(RunScene scene) {
        this.scene = scene;
        machine = scene.machine();
    }

    /** Locks first, then variables, in the order of the machine's cells. */
    List<PlannedRow> rows() {
        Map<Field, Lock> locks = new LinkedHashMap<>();
        machine.spec().programs().all().stream().flatMap(p -> p.lines().stream()).forEach(line -> {
            if (line instanceof MicroStep step) {
                step.locks().forEach(action -> locks.putIfAbsent(action.lock().holder(), action.lock()));
            }
        });
        List<PlannedRow> rows = new ArrayList<>();
        int steps = scene.path().length();
        locks.values().forEach(lock -> rows.add(row(lock.name(), OverSteps.of(steps, depth -> holder(lock, depth)))));
        Cells cells = machine.layout().cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            Field field = cells.field(cell);
            int variable = cell;
            if (machine.layout().isStored(cell) && !field.equals(Field.PC) && !locks.containsKey(field) && !field.name().startsWith("ever.")) {
                rows.add(row(owner(cell) + field.name(), OverSteps.of(steps, depth ->
                        Strip.full(Integer.toString(machine.layout().get(scene.path().state(depth), 0, variable)), Role.UNKNOWN))));
            }
        }
        return rows;
    }

    private static PlannedRow row(String title, Strips strips) {
        return new PlannedRow("run/" + title, new Row.Values(strips, Strips.NONE, title), PlannedRow.Kind.LANES);
    }

    private String owner(int cell) {
        Cells cells = machine.layout().cells();
        return cells.field(cell).dims().equals(List.of(Dim.TASK)) ? machine.spec().name(Dim.TASK, cells.indexes(cell)[0]) + "." : "";
    }

    private @Nullable Strip holder(Lock lock, int depth) {
        List<Integer> holders = machine.holders(scene.path().state(depth), 0, lock, 0);
        return holders.isEmpty() ? null : Strip.full(machine.spec().name(Dim.TASK, holders.getFirst()), Role.LOCK_WRITE);
    }
}
