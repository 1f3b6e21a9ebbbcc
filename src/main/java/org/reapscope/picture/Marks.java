package org.reapscope.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;

/** What of the findings is drawn over the lanes. */
public final class Marks {

    private Marks() {}

    /** The marks of all findings except the windows, in time order. */
    public static List<Mark> of(List<Finding> findings) {
        List<Mark> result = new ArrayList<>();
        for (Finding finding : findings) {
            int task = finding.tasks().isEmpty() ? -1 : finding.tasks().getFirst();
            int row = finding.rows().isEmpty() ? -1 : finding.rows().getFirst();
            switch (finding.kind()) {
                case ESRCH_HARMFUL, ESRCH_BENIGN -> result.add(
                        new Mark(finding.endNs(), task, Mark.Shape.FLAG, finding.severity(), "-ESRCH", row));
                case PTE_COLLISION -> result.add(
                        new Mark(finding.startNs(), task, Mark.Shape.DIAMOND, finding.severity(), finding.kind().title(), row));
                case ESRCH_WINDOW, LOST_EVENTS, MISSING_TRACEPOINTS -> { }
                default -> result.add(
                        new Mark(finding.startNs(), task, Mark.Shape.TRIANGLE, finding.severity(), finding.kind().title(), row));
            }
        }
        result.sort(Comparator.comparingLong(Mark::ns));
        return List.copyOf(result);
    }

    /** The bands of all findings that are windows, in time order. */
    public static List<Band> bands(Trace trace, List<Finding> findings) {
        List<Band> result = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding.kind()) {
                case ESRCH_WINDOW -> result.add(new Band(finding.startNs(), finding.endNs(),
                        "-ESRCH window " + width(trace, finding.endNs() - finding.startNs())));
                default -> { }
            }
        }
        result.sort(Comparator.comparingLong(Band::startNs));
        return List.copyOf(result);
    }

    private static String width(Trace trace, long ns) {
        return trace.source().clock() == Clock.NANOSECONDS ? RulerPainter.duration(ns) : ClockFigures.of(trace).length(ns);
    }
}
