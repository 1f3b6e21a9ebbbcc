package org.reapscope.analysis;

import java.util.List;

import org.jspecify.annotations.Nullable;

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
 * @param kill the kill that it is about, one of the analysis; null where it is about none, or no single one
 * @param commands shell commands that would record what it finds missing, one each; empty where nothing is
 * @param rows the events behind it, in time order; the first is where a click leads
 */
public record Finding(FindingKind kind, Severity severity, long startNs, long endNs, List<Integer> tasks,
        Certainty certainty, String text, @Nullable Kill kill, List<String> commands, List<Integer> rows) {

    public Finding {
        tasks = List.copyOf(tasks);
        commands = List.copyOf(commands);
        rows = List.copyOf(rows);
    }
}
