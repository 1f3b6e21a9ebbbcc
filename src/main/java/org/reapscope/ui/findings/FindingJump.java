package org.reapscope.ui.findings;

import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.picture.Framing;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;

/** Leads every pane to a finding. */
public final class FindingJump {

    private static final double MARGIN = 0.15;

    private FindingJump() {}

    /**
     * Selects a finding, moves the cursor to the event that shows it, and frames it in the timeline. One without events,
     * such as a report on what was not recorded, is selected and nothing moves.
     */
    public static void to(CaptureModel capture, Finding finding) {
        Trace trace = capture.trace().get();
        if (trace != null && !finding.rows().isEmpty()) {
            capture.view().set(frame(trace, finding));
        }
        select(capture, finding);
    }

    /** The same, without moving the view. */
    public static void select(CaptureModel capture, Finding finding) {
        Trace trace = capture.trace().get();
        int row = trace == null || finding.rows().isEmpty() ? -1 : row(trace, finding);
        if (trace != null && row >= 0) {
            capture.cursorNs().set(trace.tsNs(row));
        }
        capture.selectedFinding().set(finding);
        if (row >= 0) {
            capture.selectedRow().set(row);
        }
        capture.narration().set(finding.text());
    }

    /**
     * The event that shows the finding: the first one within its span, since others may only explain it. For a call that
     * failed it is the last one there, its return.
     */
    static int row(Trace trace, Finding finding) {
        boolean failed = finding.kind() == FindingKind.ESRCH_HARMFUL || finding.kind() == FindingKind.ESRCH_BENIGN;
        int found = -1;
        for (int row : finding.rows()) {
            boolean within = trace.tsNs(row) >= finding.startNs() && trace.tsNs(row) <= finding.endNs();
            found = within && (found < 0 || failed) ? row : found;
        }
        return found < 0 ? finding.rows().getFirst() : found;
    }

    /** The finding with some room on both sides, within the trace. */
    static TimeView frame(Trace trace, Finding finding) {
        long start = finding.startNs();
        long end = finding.endNs();
        for (int row : finding.rows()) {
            start = Math.min(start, trace.tsNs(row));
            end = Math.max(end, trace.tsNs(row));
        }
        long room = Math.max(Framing.context(trace) * 5 / 8, Math.round((end - start) * MARGIN));
        return new TimeView(Math.max(trace.firstNs(), start - room), Math.min(trace.lastNs(), end + room));
    }
}
