package org.reapscope.picture;

import java.util.List;


/**
 * The rows of a timeline from the top down. Immutable.
 *
 * @param planned the rows
 * @param sticky how many after the ruler do not scroll
 */
public record Rows(List<PlannedRow> planned, int sticky) {

    /** No rows. */
    public static final Rows NONE = new Rows(List.of(), 0);

    public Rows {
        planned = List.copyOf(planned);
    }

    public int size() {
        return planned.size();
    }

    public PlannedRow get(int row) {
        return planned.get(row);
    }

    /** What is drawn. */
    public List<Row> drawn() {
        return planned.stream().map(PlannedRow::row).toList();
    }

    /** The row with this key, -1 if there is none. */
    public int indexOf(String key) {
        for (int i = 0; i < planned.size(); i++) {
            if (planned.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The next row below ({@code step} 1) or above (-1) that can be selected; {@code from} itself if there is none. From
     * no row (-1) it goes to the first.
     */
    public int next(int from, int step) {
        for (int i = from < 0 ? 0 : from + step; i >= 0 && i < planned.size(); i += step) {
            PlannedRow.Kind kind = planned.get(i).kind();
            if (kind == PlannedRow.Kind.LANES || kind == PlannedRow.Kind.FOLD) {
                return i;
            }
        }
        return from;
    }
}
