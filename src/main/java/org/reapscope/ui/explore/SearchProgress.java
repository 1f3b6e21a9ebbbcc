package org.reapscope.ui.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.reapscope.explore.base.Status;
import org.reapscope.explore.report.PropertyText;

/**
 * How far an exploration is.
 *
 * @param status what the search says
 * @param outcomes the properties that have come to hold so far
 * @param seconds since it began
 */
public record SearchProgress(Status status, List<String> outcomes, double seconds) {

    private static final int MEGA = 20;

    public SearchProgress {
        outcomes = List.copyOf(outcomes);
    }

    static SearchProgress of(Status status, List<String> facts, double seconds) {
        List<String> held = IntStream.range(0, facts.size()).filter(k -> (status.held() >>> k & 1) != 0)
                .mapToObj(k -> PropertyText.title(facts.get(k))).toList();
        return new SearchProgress(status, held, seconds);
    }

    /** How long it took: {@code 0.12 s}. */
    public String took() {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    /** In one line. */
    public String words() {
        return String.format(Locale.ROOT, "%,d states, %,d transitions, depth %,d, frontier %,d, %,d MB, %.1f s",
                status.states(), status.transitions(), status.depth(), status.frontier(), status.bytes() >> MEGA, seconds);
    }
}
