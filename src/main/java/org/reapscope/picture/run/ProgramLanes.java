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
import org.reapscope.picture.Role;
import org.reapscope.run.Course;

/** The rows of a small program without a kernel: who holds each lock, and the value of each variable. */
final class ProgramLanes {

    private static final double UNITS = 1.5;

    private final Course course;
    private final Machine machine;

    private ProgramLanes(Course course) {
        this.course = course;
        this.machine = course.machine();
    }

    /** Locks first, then variables, in the order of the machine's cells. */
    static List<RunLane> of(Course course) {
        ProgramLanes lanes = new ProgramLanes(course);
        Map<Field, Lock> locks = new LinkedHashMap<>();
        lanes.machine.spec().programs().all().stream().flatMap(p -> p.lines().stream()).forEach(line -> {
            if (line instanceof MicroStep step) {
                step.locks().forEach(action -> locks.putIfAbsent(action.lock().holder(), action.lock()));
            }
        });
        List<RunLane> result = new ArrayList<>();
        locks.values().forEach(lock -> result.add(new RunLane(RunLane.Group.LOCKS, lock.name(), "lock", UNITS,
                step -> lanes.holder(lock, step + 1))));
        Cells cells = lanes.machine.layout().cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            Field field = cells.field(cell);
            int variable = cell;
            if (lanes.machine.layout().isStored(cell) && !field.equals(Field.PC) && !locks.containsKey(field) && !field.name().startsWith("ever.")) {
                result.add(new RunLane(RunLane.Group.LOCKS, lanes.owner(cell) + field.name(), "", UNITS,
                        step -> Strip.full(Integer.toString(lanes.machine.layout().get(course.state(step + 1), 0, variable)), Role.UNKNOWN)));
            }
        }
        return result;
    }

    private String owner(int cell) {
        Cells cells = machine.layout().cells();
        return cells.field(cell).dims().equals(List.of(Dim.TASK)) ? machine.spec().name(Dim.TASK, cells.indexes(cell)[0]) + "." : "";
    }

    private @Nullable Strip holder(Lock lock, int depth) {
        List<Integer> holders = machine.holders(course.state(depth), 0, lock, 0);
        return holders.isEmpty() ? null : Strip.full(machine.spec().name(Dim.TASK, holders.getFirst()), Role.LOCK_WRITE);
    }
}
