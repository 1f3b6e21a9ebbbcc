package org.reapscope.analysis;

import java.util.List;

/**
 * Something that a detector found.
 *
 * @param kind which phenomenon
 * @param severity how much it matters
 * @param startNs where it begins, in ns of the trace's clock
 * @param endNs where it ends; equal to {@code startNs} for an instant
 * @param tasks ids of the tasks concerned, the first being the one whose lane shows it
 * @param certainty how it is known
 * @param text one plain sentence with figures
 * @param rows the events behind it, in time order; the first is where a click leads
 */
public record Finding(FindingKind kind, Severity severity, long startNs, long endNs, List<Integer> tasks,
        Certainty certainty, String text, List<Integer> rows) {

    public Finding {
        tasks = List.copyOf(tasks);
        rows = List.copyOf(rows);
    }
}
