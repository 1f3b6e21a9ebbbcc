package org.reapscope.ui.run;

import java.util.List;
import java.util.function.Function;

/**
 * One value of the state over the steps.
 *
 * @param group the heading it stands under
 * @param title what it is
 * @param cells what it is read from, as numbers of cells; it can change only when one of them does
 * @param text what it is in a state
 */
public record ValueRow(Group group, String title, List<Integer> cells, Function<long[], String> text) {

    /** The headings, in order. */
    public enum Group { TASKS, LOCKS, COUNTS, FLAGS, VMAS, TABLES, RESULTS }

    public ValueRow {
        cells = List.copyOf(cells);
    }
}
