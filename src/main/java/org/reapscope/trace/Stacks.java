package org.reapscope.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stack traces that follow some events: few and alike, so each different one is kept once. Innermost frame first. */
final class Stacks {

    private final List<List<String>> distinct = new ArrayList<>();
    private final Map<List<String>, Integer> ids = new HashMap<>();
    private final LongIds byRow = new LongIds();

    void attach(int row, List<String> frames) {
        Integer id = ids.get(frames);
        if (id == null) {
            id = distinct.size();
            List<String> copy = List.copyOf(frames);
            distinct.add(copy);
            ids.put(copy, id);
        }
        byRow.put(row, id);
    }

    /** A copy that stays as it is while this one grows. */
    Stacks copy() {
        Stacks result = new Stacks();
        result.distinct.addAll(distinct);
        result.byRow.copyFrom(byRow);
        return result;
    }

    List<String> of(int row) {
        int id = byRow.get(row);
        return id < 0 ? List.of() : distinct.get(id);
    }
}
