package org.reapscope.analysis.truth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.reapscope.analysis.FindingKind;

/**
 * What is said of a run, a line for each thing: by the machine, what must be found and what may be found because the events
 * cannot tell it from something else; by the detectors, what was found.
 */
final class Claims {

    private final Map<FindingKind, TreeSet<String>> must = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, TreeSet<String>> may = new EnumMap<>(FindingKind.class);

    void must(FindingKind kind, String claim) {
        must.computeIfAbsent(kind, k -> new TreeSet<>()).add(claim);
    }

    void may(FindingKind kind, String claim) {
        may.computeIfAbsent(kind, k -> new TreeSet<>()).add(claim);
    }

    /** What {@code told} lacks or has too much, in words; empty if it tells the truth. */
    List<String> against(Claims told) {
        List<String> wrong = new ArrayList<>();
        for (FindingKind kind : FindingKind.values()) {
            TreeSet<String> owed = must.getOrDefault(kind, new TreeSet<>());
            TreeSet<String> said = told.must.getOrDefault(kind, new TreeSet<>());
            owed.stream().filter(c -> !said.contains(c)).forEach(c -> wrong.add(kind + " missed: " + c));
            said.stream().filter(c -> !owed.contains(c) && !may.getOrDefault(kind, new TreeSet<>()).contains(c))
                    .forEach(c -> wrong.add(kind + " invented: " + c));
        }
        return wrong;
    }

    /** How much must be found of each kind. */
    Map<FindingKind, Integer> counts() {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        must.forEach((kind, claims) -> counts.put(kind, claims.size()));
        return counts;
    }
}
