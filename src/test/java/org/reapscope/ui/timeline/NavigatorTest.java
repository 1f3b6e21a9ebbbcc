package org.reapscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.picture.Framing;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

final class NavigatorTest {

    private final CaptureModel capture = OpenedCapture.of("tiny.txt.gz");
    private final TimelineModel model = new TimelineModel(capture);
    private final Navigator navigator = new Navigator(model);
    private Trace trace;

    @BeforeEach
    void lookAtTheFirstKill() {
        trace = Objects.requireNonNull(capture.trace().get());
        long killed = capture.kills().getFirst().killed().ns();
        model.look(new TimeView(killed - 100_000, killed + 1_000_000));
    }

    @Test
    void zoomingKeepsTheMomentUnderThePointer() {
        TimeView before = capture.view().get();
        long moment = before.startNs() + before.widthNs() / 4;
        model.pointerNs().set(moment);
        navigator.zoomIn();
        TimeView after = capture.view().get();
        assertTrue(after.widthNs() < before.widthNs());
        assertEquals(0.25, (double) (moment - after.startNs()) / after.widthNs(), 0.001);
        navigator.zoomOut();
        assertEquals(before.widthNs(), capture.view().get().widthNs(), 2);
    }

    @Test
    void clearingTakesAwayMarkersTheEventAndTheFinding() {
        Finding finding = capture.findings().getFirst();
        capture.selectedFinding().set(finding);
        capture.selectedRow().set(3);
        capture.markerA().set(trace.firstNs());
        capture.markerB().set(trace.lastNs());
        navigator.clear();
        assertNull(capture.selectedFinding().get(), "the finding's details would stay open");
        assertEquals(-1, capture.selectedRow().get());
        assertEquals(CaptureModel.UNSET, capture.markerA().get());
        assertEquals(CaptureModel.UNSET, capture.markerB().get());
    }

    @Test
    void nobodyZoomsOutFurtherThanTheTrace_orPansAwayFromIt() {
        for (int i = 0; i < 100; i++) {
            navigator.zoomOut();
        }
        assertEquals(Framing.whole(trace), capture.view().get());
        navigator.zoomIn();
        for (int i = 0; i < 100; i++) {
            navigator.panRight();
        }
        assertTrue(capture.view().get().startNs() < trace.lastNs());
    }

    @Test
    void nextEventIsTheNextOfTheSelectedLane() {
        navigator.laneDown();
        int lmkd = ((org.reapscope.trace.lane.LaneId.TaskLane) model.subject().lanes().getFirst()).task();
        navigator.nextEvent(false);
        int first = capture.selectedRow().get();
        navigator.nextEvent(false);
        int second = capture.selectedRow().get();
        assertTrue(second > first);
        for (int row : new int[] {first, second}) {
            assertTrue(trace.task(row) == lmkd || trace.object(row) == lmkd, () -> "row " + row);
        }
        navigator.previousEvent(false);
        assertEquals(first, capture.selectedRow().get());
        assertEquals(trace.tsNs(first), capture.cursorNs().get());
    }

    @Test
    void extendingGrowsTheRangeFromWhereItBegan() {
        model.select(capture.kills().getFirst().killed().row());
        long from = capture.cursorNs().get();
        navigator.nextEvent(true);
        navigator.nextEvent(true);
        assertEquals(from, capture.markerA().get());
        assertEquals(capture.cursorNs().get(), capture.markerB().get());
    }

    @Test
    void focusCentres_andASecondTimeFits() {
        Finding window = capture.findings().stream().filter(f -> f.kind() == FindingKind.ESRCH_WINDOW).findFirst().orElseThrow();
        capture.selectedFinding().set(window);
        capture.selectedRow().set(-1);
        model.look(new TimeView(window.startNs(), window.startNs() + 40 * (window.endNs() - window.startNs())));
        long width = capture.view().get().widthNs();
        navigator.focusSelection();
        assertEquals(width, capture.view().get().widthNs());
        navigator.focusSelection();
        assertTrue(Framing.shows(capture.view().get(), window.startNs(), window.endNs()));
        assertTrue(capture.view().get().widthNs() < width);
    }

    @Test
    void rangeTakesTheFinding_zoomToRangeShowsIt() {
        Finding window = capture.findings().stream().filter(f -> f.kind() == FindingKind.ESRCH_WINDOW).findFirst().orElseThrow();
        capture.selectedFinding().set(window);
        capture.selectedRow().set(-1);
        navigator.rangeToSelection();
        assertEquals(window.startNs(), capture.markerA().get());
        assertEquals(window.endNs(), capture.markerB().get());
        navigator.zoomToRange();
        assertTrue(Framing.shows(capture.view().get(), window.startNs(), window.endNs()));
    }

    @Test
    void theKillLeadsToItsDelivery_andBack() {
        int kill = capture.kills().getFirst().killed().row();
        model.select(kill);
        navigator.followEffect();
        assertEquals(Tracepoint.SIGNAL_DELIVER, trace.tracepoint(capture.selectedRow().get()));
        navigator.followCause();
        assertEquals(kill, capture.selectedRow().get());
        navigator.followCause();
        assertEquals(kill, capture.selectedRow().get(), "stays where the trace tells no more");
        assertTrue(capture.narration().get().startsWith("The trace does not tell"));
    }

    @Test
    void pinning_hiding_showingAll() {
        navigator.laneDown();
        String lmkd = model.selectedLane().get();
        navigator.togglePin();
        assertTrue(capture.pinnedLanes().contains(lmkd));
        navigator.togglePin();
        assertTrue(capture.pinnedLanes().isEmpty());
        navigator.hideLane();
        assertTrue(capture.hiddenLanes().contains(lmkd));
        assertNotEquals(lmkd, model.selectedLane().get());
        navigator.showAllLanes();
        assertTrue(capture.hiddenLanes().isEmpty());
    }

    @Test
    void aSelectedFindingElsewhereIsBroughtIntoView_oneInViewMovesNothing() {
        Finding last = capture.findings().stream().filter(f -> f.kind() == FindingKind.ESRCH_WINDOW).reduce((a, b) -> b).orElseThrow();
        capture.selectedFinding().set(last);
        TimeView framed = capture.view().get();
        assertTrue(framed.startNs() < last.startNs() && last.endNs() < framed.endNs());
        Finding other = capture.findings().stream().filter(f -> f != last && f.startNs() >= framed.startNs() && f.endNs() <= framed.endNs())
                .findFirst().orElseThrow();
        capture.selectedFinding().set(other);
        assertEquals(framed, capture.view().get());
    }
}
