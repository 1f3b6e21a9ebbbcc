package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.reapscope.explore.Report;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.expr.Dim;

/** What an answer was proved for, in words: never is never said without it. */
public final class BoundText {

    private BoundText() {}

    /** {@code 3 tasks, 1 address space, 4 page tables}. */
    public static String of(MachineSpec spec) {
        List<String> parts = new ArrayList<>();
        parts.add(count(spec.tasks().size(), "task"));
        parts.add(count(spec.names().getOrDefault(Dim.MM, List.of()).size(), "address space"));
        parts.add(count(spec.names().getOrDefault(Dim.TABLE, List.of()).size(), "page table"));
        return String.join(", ", parts);
    }

    /** How the answers were found and what they are worth. */
    public static String of(MachineSpec spec, Report report) {
        String method = switch (report.method()) {
            case EVERY_STATE -> "Proved for " + of(spec) + ": every state was visited.";
            case REDUCED -> "Proved for " + of(spec) + ": interleavings that make no difference were left out.";
            case PARTIAL -> "Not proved: memory ran out. What was found is possible; what was not found is unknown.";
            case ENDED -> String.format(Locale.ROOT, "So far: %,d states. Ended before all were found, so not proved: what was found is possible; what was not found is unknown.",
                    report.states());
            case PREEMPTION_BOUNDED -> "Not proved: only schedules with few preemptions were looked at. What was not found may need more.";
            case SAMPLED -> "Sampled, not proved: what was not found is unknown, probabilities are shares of the runs.";
        };
        return method + (report.why().isEmpty() || report.method() == Report.Method.EVERY_STATE && report.why().startsWith("every state")
                ? "" : " (" + report.why() + ")");
    }

    /** {@code 16,311 states, 44,176 transitions, depth 65, 12 ends}. */
    public static String size(Report report) {
        return String.format(Locale.ROOT, "%,d states, %,d transitions, depth %,d, %s", report.states(), report.transitions(),
                report.depth(), count(report.ends(), "end"));
    }

    static String count(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
