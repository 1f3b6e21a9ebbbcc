package org.reapscope.ui.kills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.RssCurve;
import org.reapscope.base.job.Background;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;
import org.reapscope.ui.inspector.InspectorModel;
import org.reapscope.ui.timeline.TimelineModel;

/** The tour of the README on its sample: everybody speaks of one kill until somebody chooses another. */
final class KillInFocusTest {

    private final CaptureModel capture = OpenedCapture.of("lmkd-smaps.txt.gz");
    private final Trace trace = present(capture.trace().get());
    private final Lanes lanes = present(capture.lanes().get());
    private final TimelineModel timeline = new TimelineModel(capture);
    private final InspectorModel inspector = new InspectorModel(capture, Background.IMMEDIATE);

    @Test
    void aFindingSetsIt_andAClickOnTheReadersLaneDoesNotChangeIt() {
        capture.selectedFinding().set(esrchOf("victim-3295"));
        assertEquals("victim-3295", present(capture.kill().get()).victim());
        long zero = present(timeline.scenery().get()).episode().startNs();
        int ofReader = eventOf("smaps-reader", present(present(capture.kill().get()).tornDown()).row() + 400);

        capture.cursorNs().set(trace.tsNs(ofReader));
        capture.selectedRow().set(ofReader);

        assertEquals("victim-3295", present(capture.kill().get()).victim());
        assertEquals(zero, present(timeline.scenery().get()).episode().startNs());
        assertEquals("victim-3295", present(present(inspector.report().get()).episode()).kill().victim());
    }

    @Test
    void everyLaneOfItsMemoryIsCalledByIt() {
        capture.kill().set(killOf("victim-3280"));
        List<String> titles = present(timeline.scenery().get()).rows().planned().stream().map(PlannedRow::row).map(row -> row.title()).toList();
        assertTrue(titles.contains("RSS of victim-3280"), titles::toString);
        assertTrue(titles.contains("mmap_lock of victim-3280"), titles::toString);
    }

    @Test
    void whoChoosesAnotherKillIsLedToIt_andTheFindingOfTheFirstIsLetGo() {
        capture.selectedFinding().set(esrchOf("victim-3295"));
        Kill other = killOf("victim-3280");
        KillFocus.on(capture, other);
        assertSame(other, capture.kill().get());
        assertEquals(null, capture.selectedFinding().get());
        assertEquals(other.begins().ns(), capture.cursorNs().get());
        TimeView view = capture.view().get();
        assertTrue(view.startNs() <= other.begins().ns() && present(other.tornDown()).ns() <= view.endNs());
        assertEquals("at the kill of victim-3280", KillFocus.since(trace, other, other.begins().ns()));
        assertEquals("56 µs after the kill of victim-3280", KillFocus.since(trace, other, other.begins().ns() + 56_000));
    }

    @Test
    void oneGoesFromKillToKill_roundAtTheEnds() {
        capture.kill().set(capture.kills().getLast());
        KillFocus.step(capture, 1);
        assertSame(capture.kills().getFirst(), capture.kill().get());
        KillFocus.step(capture, -1);
        assertSame(capture.kills().getLast(), capture.kill().get());
    }

    @Test
    void aFindingAboutTheRecordingLeavesIt() {
        Kill before = killOf("victim-3280");
        capture.kill().set(before);
        capture.findings().stream().filter(f -> f.kind() == FindingKind.MISSING_TRACEPOINTS || f.kind() == FindingKind.LOST_EVENTS)
                .forEach(capture.selectedFinding()::set);
        assertSame(before, capture.kill().get());
    }

    @Test
    void anEventSelectedInAnotherPaneComesInSight() {
        KillFocus.on(capture, killOf("victim-3280"));
        TimeView before = capture.view().get();
        timeline.selectedLane().set(LaneKey.of(trace.tasks().get(killOf("victim-3280").byTask())));
        int last = trace.size() - 1;
        capture.selectedRow().set(last);
        assertNotEquals(before, capture.view().get());
        assertTrue(capture.view().get().startNs() <= trace.tsNs(last) && trace.tsNs(last) <= capture.view().get().endNs());
    }

    @Test
    void theLaneOfAnEventThatIsSelectedElsewhereIsUnfolded_butNotOfOneThatIsHidden() {
        KillFocus.on(capture, killOf("victim-3280"));
        int row = trace.size() - 1;
        while (lanes.task(trace.task(row)) == null || present(timeline.scenery().get()).rows().indexOf(LaneKey.of(trace.taskOf(row))) >= 0) {
            row--;
        }
        String key = LaneKey.of(trace.taskOf(row));
        capture.hiddenLanes().add(key);
        capture.selectedRow().set(row);
        assertTrue(timeline.unfolded().isEmpty());
        capture.hiddenLanes().remove(key);
        capture.selectedRow().set(-1);
        capture.selectedRow().set(row);
        assertTrue(present(timeline.scenery().get()).rows().indexOf(key) >= 0);
    }

    @Test
    void theTableTellsWhatBecameOfEachVictim() {
        List<KillLine> lines = KillLine.of(capture.kills(), new RssCurve(trace, lanes));
        KillLine line = lines.stream().filter(l -> l.kill().victim().equals("victim-3295")).findFirst().orElseThrow();
        assertEquals("64 MiB", line.memory());
        assertEquals("smaps-reader-3299", line.tornDownBy());
        assertEquals(KillResult.ESRCH_HARMFUL, line.result());
        assertTrue(line.fits("3295 esrch"));
        assertTrue(lines.stream().filter(l -> l.fits("3295")).count() < lines.size());
    }

    private Kill killOf(String victim) {
        return capture.kills().stream().filter(k -> k.victim().equals(victim)).findFirst().orElseThrow();
    }

    private Finding esrchOf(String victim) {
        Kill kill = killOf(victim);
        return capture.findings().stream().filter(f -> f.kind() == FindingKind.ESRCH_HARMFUL && f.tasks().contains(kill.process())).findFirst().orElseThrow();
    }

    private int eventOf(String comm, int from) {
        int row = from % trace.size();
        while (!trace.taskOf(row).comm().equals(comm)) {
            row = row + 1 == trace.size() ? 0 : row + 1;
        }
        return row;
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
