package org.reapscope.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines that a reader did not understand: all counted by reason, the first of each reason kept to be listed. */
public final class RejectedLines {

    /** How many line numbers are kept for each reason. */
    public static final int LISTED = 1000;

    /**
     * One reason.
     *
     * @param reason what was expected and not found, for a person
     * @param count how many lines
     * @param lines their first line numbers, from 1, at most {@link #LISTED}
     */
    public record Reason(String reason, long count, List<Long> lines) {}

    private static final class Tally {
        long count;
        final List<Long> lines = new ArrayList<>();
    }

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /** Counts one line, numbered from 1. */
    public void add(String reason, long line) {
        Tally tally = tallies.computeIfAbsent(reason, r -> new Tally());
        tally.count++;
        if (tally.lines.size() < LISTED) {
            tally.lines.add(line);
        }
    }

    /** The reasons in the order in which they first came up. */
    public List<Reason> reasons() {
        return tallies.entrySet().stream()
                .map(e -> new Reason(e.getKey(), e.getValue().count, List.copyOf(e.getValue().lines)))
                .toList();
    }
}
