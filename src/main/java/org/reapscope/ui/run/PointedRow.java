package org.reapscope.ui.run;

import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Rows;

/** The row that a lesson points at: by its title, or by a field such as {@code mm_users[victim]}; else its owner's. */
final class PointedRow {

    private PointedRow() {}

    /** The key of the row, empty if there is none. */
    static String of(Rows rows, String name) {
        String field = name.replaceFirst("\\[.*", "");
        String owner = name.replaceFirst("[^\\[]*\\[?([^\\]]*)].*", "$1");
        for (String title : new String[] {name, field, field + " of " + owner, owner + "." + field, owner}) {
            for (PlannedRow row : rows.planned()) {
                if (row.kind() == PlannedRow.Kind.LANES && row.row().title().equals(title)) {
                    return row.key();
                }
            }
        }
        return "";
    }
}
