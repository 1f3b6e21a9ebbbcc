package org.reapscope.ui.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.sentence.FindingFilter;
import org.reapscope.analysis.sentence.FindingText;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

final class FindingsModelTest {

    private CaptureModel capture;
    private Trace trace;
    private FindingsModel model;

    @BeforeEach
    void open() {
        capture = OpenedCapture.of("lmkd-smaps.txt.gz");
        trace = Objects.requireNonNull(capture.trace().get());
        model = new FindingsModel(capture);
    }

    @Test
    void theHarmfulEsrchComesFirst_bySeverity() {
        assertEquals(Severity.SEVERE, model.shown().getFirst().severity());
        model.order().set(FindingOrder.TIME.comparator());
        List<Long> times = model.shown().stream().map(Finding::startNs).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    @Test
    void aJumpFramesTheFinding_andLeadsEveryPaneToTheCallThatFailed() {
        Finding esrch = esrch();
        model.jump(esrch);
        TimeView view = capture.view().get();
        assertTrue(view.startNs() < esrch.startNs() && view.endNs() > esrch.endNs());
        for (int row : esrch.rows()) {
            assertTrue(trace.tsNs(row) > view.startNs() && trace.tsNs(row) < view.endNs());
        }
        int shown = capture.selectedRow().get();
        assertEquals(-3, trace.argument(shown));
        assertEquals(esrch.endNs(), capture.cursorNs().get());
        assertEquals(trace.tsNs(shown), capture.cursorNs().get());
        assertEquals(esrch, capture.selectedFinding().get());
    }

    @Test
    void nothingMoves_whenAFindingHasNoEvents() {
        TimeView before = capture.view().get();
        Finding missing = capture.findings().stream().filter(f -> f.rows().isEmpty()).findFirst().orElseThrow();
        model.jump(missing);
        assertEquals(before, capture.view().get());
        assertEquals(CaptureModel.UNSET, capture.cursorNs().get());
        assertEquals(missing, capture.selectedFinding().get());
    }

    @Test
    void filtersByKindSeverityTaskAndText() {
        int all = model.shown().size();
        model.filter().set(new FindingFilter(FindingKind.ESRCH_HARMFUL, Severity.INFO, -1, ""));
        assertEquals(List.of(esrch()), model.shown());
        model.filter().set(new FindingFilter(null, Severity.SEVERE, -1, ""));
        assertTrue(model.shown().size() < all && model.shown().stream().allMatch(f -> f.severity() == Severity.SEVERE));
        int victim = esrch().tasks().get(1);
        model.filter().set(new FindingFilter(null, Severity.INFO, victim, ""));
        assertTrue(model.shown().stream().allMatch(f -> f.tasks().contains(victim)));
        model.filter().set(new FindingFilter(null, Severity.INFO, -1, "  SMAPS-reader-3299 "));
        assertFalse(model.shown().isEmpty());
        model.filter().set(new FindingFilter(null, Severity.INFO, -1, "no such words"));
        assertTrue(model.shown().isEmpty());
    }

    @Test
    void copiedTextHasTheSentenceAndEveryEventBehindIt() {
        String text = FindingText.copy(trace, esrch());
        assertTrue(text.contains(esrch().text()), text);
        assertEquals(esrch().rows().size(), text.lines().filter(line -> line.contains("] ")).count(), text);
    }

    @Test
    void advisesTheCommandsThatRecordWhatIsMissing_oneALine() {
        List<Finding> missing = capture.findings().stream().filter(f -> f.kind() == FindingKind.MISSING_TRACEPOINTS).toList();
        assertFalse(missing.isEmpty());
        for (Finding finding : missing) {
            assertFalse(finding.commands().isEmpty(), finding.text());
            finding.commands().forEach(command -> assertTrue(command.matches("echo .+ > /sys/kernel/tracing/\\S+"), command));
        }
        assertTrue(esrch().commands().isEmpty());
    }

    private Finding esrch() {
        return capture.findings().stream().filter(f -> f.kind() == FindingKind.ESRCH_HARMFUL).findFirst().orElseThrow();
    }
}
