package org.reapscope.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.reapscope.trace.Trace;

/**
 * A name that events of a trace have.
 *
 * @param id its string id
 * @param name the name
 */
public record EventName(int id, String name) {

    /** The names that occur, in alphabetical order. O(rows). */
    public static List<EventName> of(Trace trace) {
        BitSet seen = new BitSet();
        for (int row = 0; row < trace.size(); row++) {
            seen.set(trace.name(row));
        }
        List<EventName> result = new ArrayList<>();
        seen.stream().forEach(id -> result.add(new EventName(id, trace.string(id))));
        result.sort(Comparator.comparing(EventName::name));
        return result;
    }

    @Override
    public String toString() {
        return name;
    }
}
