package org.reapscope.app.fuzz;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many files of each kind were opened, refused, faulty. */
final class Tally {

    private final Map<String, Map<TrialOutcome.Result, Integer>> kinds = new LinkedHashMap<>();

    Tally(List<Kind> all) {
        all.forEach(kind -> kinds.put(kind.id(), new EnumMap<>(TrialOutcome.Result.class)));
    }

    void add(Kind kind, TrialOutcome outcome) {
        kinds.computeIfAbsent(kind.id(), k -> new EnumMap<>(TrialOutcome.Result.class)).merge(outcome.result(), 1, Integer::sum);
    }

    int of(TrialOutcome.Result result) {
        return kinds.values().stream().mapToInt(results -> results.getOrDefault(result, 0)).sum();
    }

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%-14s%8s%8s%9s%8s%n", "kind", "files", "opened", "refused", "faults");
        kinds.forEach((kind, results) -> row(out, kind, results));
        Map<TrialOutcome.Result, Integer> all = new EnumMap<>(TrialOutcome.Result.class);
        for (TrialOutcome.Result result : TrialOutcome.Result.values()) {
            all.put(result, of(result));
        }
        row(out, "all", all);
    }

    private static void row(PrintWriter out, String kind, Map<TrialOutcome.Result, Integer> results) {
        out.printf(Locale.ROOT, "%-14s%8d%8d%9d%8d%n", kind, results.values().stream().mapToInt(n -> n).sum(), results.getOrDefault(TrialOutcome.Result.OPENED, 0),
                results.getOrDefault(TrialOutcome.Result.REFUSED, 0), results.getOrDefault(TrialOutcome.Result.FAULT, 0));
    }
}
