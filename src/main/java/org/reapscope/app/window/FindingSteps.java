package org.reapscope.app.window;

import java.util.Comparator;
import java.util.List;

import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Severity;
import org.reapscope.ui.findings.FindingsModel;

/**
 * Goes from one finding of the table to the next in time, round at the ends. What merely explains the trace is passed
 * over, unless there is nothing else.
 */
final class FindingSteps {

    private FindingSteps() {}

    static void step(FindingsModel model, int step) {
        List<Finding> shown = model.shown().stream().sorted(Comparator.comparingLong(Finding::startNs)).toList();
        List<Finding> weighty = shown.stream().filter(f -> f.severity() != Severity.INFO).toList();
        List<Finding> stops = weighty.isEmpty() ? shown : weighty;
        if (!stops.isEmpty()) {
            Finding now = model.capture().selectedFinding().get();
            int at = now == null ? step > 0 ? -1 : 0 : stops.indexOf(now);
            model.jump(stops.get(Math.floorMod(at + step, stops.size())));
        }
    }
}
