package org.reapscope.kernel.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers every value of every field of a machine: a cell is one field at known indexes. Footprints are sets of cells.
 *
 * <p>Cells of a field are consecutive, the last index running fastest; fields keep the order they were given in.
 */
public final class Cells {

    private final Sizes sizes;
    private final Map<Field, Integer> first = new LinkedHashMap<>();
    private final List<Field> fieldOf = new ArrayList<>();

    /** Numbers the cells of these fields. */
    public Cells(Sizes sizes, Collection<Field> fields) {
        this.sizes = sizes;
        for (Field f : fields) {
            if (first.keySet().stream().anyMatch(g -> g.name().equals(f.name()) && !g.equals(f))) {
                throw new ModelException("two different fields are called " + f.name());
            }
            if (first.putIfAbsent(f, fieldOf.size()) == null) {
                int n = f.cells(sizes);
                for (int i = 0; i < n; i++) {
                    fieldOf.add(f);
                }
            }
        }
    }

    /** How many cells there are; they are numbered from 0. */
    public int count() {
        return fieldOf.size();
    }

    /** The sizes the cells were numbered for. */
    public Sizes sizes() {
        return sizes;
    }

    /** Every field, in order. */
    public Collection<Field> fields() {
        return first.keySet();
    }

    /** Whether the field has cells here. */
    public boolean has(Field field) {
        return first.containsKey(field);
    }

    /** The first cell of a field. */
    public int first(Field field) {
        Integer base = first.get(field);
        if (base == null) {
            throw new ModelException("no program of this machine mentions the field " + field.name());
        }
        return base;
    }

    /** The cell of a field at these indexes. */
    public int cell(Field field, int... index) {
        int flat = 0;
        for (int k = 0; k < index.length; k++) {
            int size = sizes.of(field.dims().get(k));
            if (index[k] < 0 || index[k] >= size) {
                throw new ModelException(field.name() + ": " + field.dims().get(k).word() + " " + index[k]
                        + " does not exist (there are " + size + ")");
            }
            flat = flat * size + index[k];
        }
        return first(field) + flat;
    }

    /** The field a cell belongs to. */
    public Field field(int cell) {
        return fieldOf.get(cell);
    }

    /** The indexes of a cell, outermost first. */
    public int[] indexes(int cell) {
        Field field = fieldOf.get(cell);
        int flat = cell - first(field);
        int[] index = new int[field.dims().size()];
        for (int k = index.length - 1; k >= 0; k--) {
            int size = sizes.of(field.dims().get(k));
            index[k] = flat % size;
            flat /= size;
        }
        return index;
    }

    /** The largest value of a cell. */
    public int bound(int cell) {
        return fieldOf.get(cell).bound().in(sizes);
    }

    /** The cell in words, {@code mm_users[0]}. */
    public String name(int cell) {
        StringBuilder text = new StringBuilder(fieldOf.get(cell).name());
        for (int i : indexes(cell)) {
            text.append('[').append(i).append(']');
        }
        return text.toString();
    }
}
