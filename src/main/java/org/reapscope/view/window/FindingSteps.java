package org.reapscope.view.window;

import java.util.Comparator;
import java.util.List;

import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Severity;
import org.reapscope.viewmodel.CaptureModel;
import org.reapscope.viewmodel.TimeView;

/** Goes from one finding to the next in time, round at the ends. What merely explains the trace is passed over. */
final class FindingSteps {

    private FindingSteps() {}

    static void step(CaptureModel model, int step) {
        List<Finding> findings = model.findings().stream()
                .filter(f -> f.severity() != Severity.INFO || model.findings().stream().allMatch(g -> g.severity() == Severity.INFO))
                .sorted(Comparator.comparingLong(Finding::startNs)).toList();
        if (findings.isEmpty()) {
            return;
        }
        Finding now = model.selectedFinding().get();
        int at = now == null ? (step > 0 ? -1 : 0) : findings.indexOf(now);
        show(model, findings.get(Math.floorMod(at + step, findings.size())));
    }

    /** Selects the finding, puts the cursor on it, and moves the view there if it is elsewhere. */
    static void show(CaptureModel model, Finding finding) {
        model.cursorNs().set(finding.startNs());
        model.selectedFinding().set(finding);
        model.selectedRow().set(finding.rows().isEmpty() ? -1 : finding.rows().getFirst());
        TimeView view = model.view().get();
        if (finding.startNs() < view.startNs() || finding.startNs() > view.endNs()) {
            long width = Math.max(view.widthNs(), (finding.endNs() - finding.startNs()) * 2);
            model.view().set(new TimeView(finding.startNs() - width / 4, finding.startNs() + width * 3 / 4));
        }
    }
}
