package org.reapscope.kernel.expr;

import java.util.EnumMap;
import java.util.Map;

/** How many of each {@link Dim} a machine has. A dimension that is not named has none. */
public record Sizes(Map<Dim, Integer> counts) {

    /** Keeps a copy. */
    public Sizes {
        counts = Map.copyOf(counts);
    }

    /** How many there are of {@code dim}. */
    public int of(Dim dim) {
        return counts.getOrDefault(dim, 0);
    }

    /** The same sizes with {@code count} for {@code dim}. */
    public Sizes with(Dim dim, int count) {
        Map<Dim, Integer> copy = new EnumMap<>(Dim.class);
        copy.putAll(counts);
        copy.put(dim, count);
        return new Sizes(copy);
    }

    /** No dimension has any. */
    public static Sizes none() {
        return new Sizes(Map.of());
    }
}
