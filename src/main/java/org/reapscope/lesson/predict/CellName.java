package org.reapscope.lesson.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.lesson.LessonException;

/**
 * A field of one object, as people write it: {@code mm_users[victim]}, {@code task.mm[victim-1]}, {@code balance}. The
 * index may be left out where there is only one.
 *
 * @param cell its number in the machine's {@link Cells}
 * @param field the field
 * @param text with names for indexes
 */
public record CellName(int cell, Field field, String text) {

    private static final Pattern FORM = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");

    /**
     * The cell of this name.
     *
     * @throws LessonException if there is none; names those there are of the field
     */
    public static CellName of(Machine machine, String text) {
        Matcher form = FORM.matcher(text.strip());
        List<CellName> ofField = new ArrayList<>();
        if (form.matches()) {
            for (int cell = 0; cell < machine.layout().cells().count(); cell++) {
                if (machine.layout().cells().field(cell).name().equals(form.group(1)) && !machine.layout().isDropped(cell)) {
                    CellName name = of(machine, cell);
                    if (name.text.equals(text.strip()) || machine.layout().cells().name(cell).equals(text.strip())) {
                        return name;
                    }
                    ofField.add(name);
                }
            }
        }
        if (ofField.size() == 1 && form.group(2).isEmpty()) {
            return ofField.getFirst();
        }
        throw new LessonException(ofField.isEmpty() ? "no field is called '" + text + "'; write a field and its index, as in mm_users[victim]"
                : "'" + text + "' is none of " + String.join(", ", ofField.stream().map(CellName::text).toList()));
    }

    /** The name of a cell. */
    public static CellName of(Machine machine, int cell) {
        Cells cells = machine.layout().cells();
        Field field = cells.field(cell);
        StringBuilder text = new StringBuilder(field.name());
        int[] indexes = cells.indexes(cell);
        for (int k = 0; k < indexes.length; k++) {
            Dim dim = field.dims().get(k);
            boolean litmusLock = dim == Dim.GROUP && machine.spec().name(dim, indexes[k]).equals("all");
            text.append(litmusLock ? "" : "[" + machine.spec().name(dim, indexes[k]) + "]");
        }
        return new CellName(cell, field, text.toString());
    }

    /** A value of it, in words: a name where it stands for one. */
    public String value(Machine machine, int value) {
        if (field.equals(TaskFields.MRELEASE_RESULT) || field.equals(TaskFields.KILL_RESULT)) {
            return ReturnValue.of(value).text();
        }
        if (field.equals(TaskFields.HAS_MM)) {
            return value == 0 ? "NULL" : "set";
        }
        return field.bound().equals(org.reapscope.kernel.expr.Bound.of(0, Dim.TASK)) && !field.dims().contains(Dim.TASK)
                ? value == 0 ? "nobody" : machine.spec().name(Dim.TASK, value - 1) : Integer.toString(value);
    }

    /** The largest value it can have. */
    public int most(Machine machine) {
        return machine.layout().cells().bound(cell);
    }
}
