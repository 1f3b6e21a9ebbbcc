package org.reapscope.analysis.moment;

import java.util.List;

/**
 * The first of many things, those that matter most.
 *
 * @param items in the order in which they matter
 * @param more how many are left out
 */
public record FirstOf<T>(List<T> items, int more) {

    public FirstOf {
        items = List.copyOf(items);
    }

    /** How many there are in all. */
    public int count() {
        return items.size() + more;
    }
}
