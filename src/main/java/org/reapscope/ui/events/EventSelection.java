package org.reapscope.ui.events;

import java.util.Arrays;

import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

/** Rows of a trace as the items of a table: all of them, or those of a filter. An item is made when it is looked at. */
public final class EventSelection extends ObservableListBase<Integer> {

    /** Nothing. */
    public static final EventSelection NONE = new EventSelection(0, null);

    private final int size;
    private final int @Nullable [] rows;

    private EventSelection(int size, int @Nullable [] rows) {
        this.size = size;
        this.rows = rows;
    }

    /** All rows of a trace of this size. */
    public static EventSelection all(int size) {
        return new EventSelection(size, null);
    }

    /** These rows, in ascending order. */
    public static EventSelection of(int[] rows) {
        return new EventSelection(rows.length, rows);
    }

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return row(index);
    }

    @Override
    public int size() {
        return size;
    }

    /** The row at an index, not boxed. */
    public int row(int index) {
        return rows == null ? index : rows[index];
    }

    /** Where a row is, -1 if it is not here. O(log n). */
    public int indexOfRow(int row) {
        int index = indexAtOrAfter(row);
        return index < size && row(index) == row ? index : -1;
    }

    /** The first index whose row is not before this one, {@link #size} if there is none. O(log n). */
    public int indexAtOrAfter(int row) {
        if (rows == null) {
            return Math.clamp(row, 0, size);
        }
        int found = Arrays.binarySearch(rows, row);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public int indexOf(@Nullable Object o) {
        return o instanceof Integer row ? indexOfRow(row) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object o) {
        return indexOf(o);
    }

    @Override
    public boolean contains(@Nullable Object o) {
        return indexOf(o) >= 0;
    }
}
