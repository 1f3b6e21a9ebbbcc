package org.reapscope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.episode.Episode;
import org.reapscope.analysis.episode.EpisodeStep;
import org.reapscope.analysis.moment.LockNow;
import org.reapscope.analysis.moment.MmNow;
import org.reapscope.analysis.moment.MomentReport;
import org.reapscope.analysis.moment.RangeReadout;
import org.reapscope.analysis.moment.TaskNow;
import org.reapscope.base.job.Background;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Scene;
import org.reapscope.trace.lane.TaskState;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

/** Kill 6 of lmkd-smaps, 8 µs after its last thread let go of the mm (kernel-model 6.4). */
final class InspectorModelTest {

    private static final long IN_THE_WINDOW = 346_439_859_000L;

    private CaptureModel capture;
    private Trace trace;
    private InspectorModel model;

    @BeforeEach
    void putTheCursorIntoTheWindow() {
        capture = OpenedCapture.of("lmkd-smaps.txt.gz");
        trace = Objects.requireNonNull(capture.trace().get());
        model = new InspectorModel(capture, Background.IMMEDIATE);
        capture.kill().set(capture.kills().stream().filter(k -> k.victim().equals("victim-3295")).findFirst().orElseThrow());
        capture.cursorNs().set(IN_THE_WINDOW);
    }

    @Test
    void saysNothing_withoutACursor() {
        capture.cursorNs().set(CaptureModel.UNSET);
        assertNull(model.report().get());
    }

    @Test
    void readsTheStateOfEveryTask_thoseOfTheKillFirst() {
        List<TaskNow> tasks = report().tasks().items();
        assertEquals(TaskState.RUNNING, state(tasks, "lmkd-3269"));
        assertEquals(TaskState.PREEMPTED, state(tasks, "smaps-reader-3299"));
        assertEquals(TaskState.ZOMBIE, state(tasks, "victim-3295"));
        List<String> first = tasks.stream().limit(6).map(TaskNow::label).toList();
        assertTrue(first.containsAll(List.of("lmkd-3269", "smaps-reader-3299", "victim-3295", "victim-worker-3298")), first.toString());
    }

    @Test
    void knowsTheMmOfTheVictim_asFarAsTheTraceTells() {
        MmNow mm = Objects.requireNonNull(report().mm());
        assertEquals(4, mm.threadsWithoutMm());
        assertEquals(4, mm.threads());
        assertTrue(mm.mapped().known());
        assertTrue(mm.mapped().lastTold() > 64L << 20 && mm.mapped().lastTold() < 66L << 20);
        assertFalse(mm.tornDown());
        LockNow lock = Objects.requireNonNull(mm.lock());
        assertEquals(List.of("smaps-reader-3299"), lock.holders().items().stream().map(LockNow.Party::label).toList());
        assertFalse(lock.holders().items().getFirst().write());
    }

    @Test
    void filePagesThatAreNotToldYetAreUnknown_notNone() {
        CaptureModel mapped = OpenedCapture.of("file-mapped.txt.gz");
        InspectorModel inspector = new InspectorModel(mapped, Background.IMMEDIATE);
        mapped.kill().set(mapped.kills().get(1));
        mapped.cursorNs().set(mapped.kills().get(1).killed().ns());
        MmNow mm = Objects.requireNonNull(Objects.requireNonNull(inspector.report().get()).mm());
        assertFalse(mm.mapped().known());
        assertEquals(32L << 20, mm.mapped().least());
        assertEquals(List.of(new MmNow.Counter(RssMember.MM_FILEPAGES, -1, 128L << 20), new MmNow.Counter(RssMember.MM_ANONPAGES, 32L << 20, -1)),
                mm.counters());
    }

    @Test
    void ofVeryManyTasksAndLocksTheFirstAreTold_andTheOthersCounted() {
        Scene scene = new Scene();
        for (int i = 0; i < 700; i++) {
            scene.at(i, 0).switched(0, 'R', 1000 + i).at(i, 0).lock(1000 + i, 7, false).locked(1000 + i, 7, false)
                    .lock(1000 + i, 0x1000 + 64L * i, true).locked(1000 + i, 0x1000 + 64L * i, true).switched(1000 + i, 'S', 0);
        }
        Trace crowd = scene.at(700, 0).lock(1, 9, false).locked(1, 9, false).unlock(1, 9, false).trace();
        CaptureModel crowded = new CaptureModel(Path.of("crowd.txt"));
        crowded.show(crowd);
        InspectorModel inspector = new InspectorModel(crowded, Background.IMMEDIATE);
        crowded.cursorNs().set(700);
        MomentReport told = Objects.requireNonNull(inspector.report().get());
        assertEquals(true, told.tasks().count() >= 700);
        assertEquals(500, told.tasks().items().size());
        assertEquals(true, told.locks().count() >= 701);
        assertEquals(50, told.locks().items().size());
        LockNow shared = told.locks().items().getFirst();
        assertEquals(700, shared.holders().count());
        assertEquals(20, shared.holders().items().size());
    }

    @Test
    void placesTheMomentInTheKill() {
        Episode episode = Objects.requireNonNull(report().episode());
        assertEquals("victim-3295", episode.kill().victim());
        assertEquals("56 µs after the kill, in the -ESRCH window for 10 µs", episode.place());
        assertEquals("process_mrelease returned -ESRCH", episode.steps().get(episode.current()).title());
        assertEquals(EpisodeStep.Kind.FAILURE, episode.steps().get(episode.current()).kind());
        assertEquals("torn down, memory free", episode.steps().getLast().title());
        List<Integer> rows = episode.steps().stream().map(EpisodeStep::row).toList();
        assertEquals(rows.stream().sorted().toList(), rows);
    }

    @Test
    void theEpisodeIsTheNextKill_beforeTheFirst() {
        capture.cursorNs().set(trace.firstNs());
        Episode episode = Objects.requireNonNull(report().episode());
        assertEquals(-1, episode.current());
        assertTrue(episode.place().endsWith("before the kill"), episode.place());
    }

    @Test
    void theSelectedEventIsTheOneToldOf_amongThoseOfOneTime() {
        int last = trace.rowAtOrAfter(346_439_823_001L) - 1;
        for (int row = last - 1; row <= last; row++) {
            capture.selectedRow().set(row);
            capture.cursorNs().set(trace.tsNs(row));
            assertEquals(row, report().row());
        }
        assertTrue(report().orderUnknown());
    }

    @Test
    void listsWhoWaitsForWhom() {
        capture.cursorNs().set(346_252_900_000L);
        LockNow lock = report().locks().items().stream().filter(l -> !l.waiters().items().isEmpty()).findFirst().orElseThrow();
        assertTrue(lock.waiters().items().getFirst().write());
        assertEquals("lmkd-3269", lock.holders().items().getFirst().label());
    }

    @Test
    void measuresBetweenTheTwoCursors() {
        assertNull(model.range().get());
        capture.markerA().set(346_439_849_000L);
        capture.markerB().set(346_445_642_000L);
        RangeReadout range = Objects.requireNonNull(model.range().get());
        assertEquals(5_793_000, range.gapNs());
        assertEquals(trace.rowAtOrAfter(346_445_642_001L) - trace.rowAtOrAfter(346_439_849_000L), range.events());
        RangeReadout.TaskTimes reader = range.tasks().stream().filter(t -> t.label().equals("smaps-reader-3299")).findFirst().orElseThrow();
        long sum = 0;
        for (long ns : reader.ns()) {
            sum += ns;
        }
        assertEquals(range.gapNs(), sum);
        capture.markerB().set(CaptureModel.UNSET);
        assertNull(model.range().get());
    }

    @Test
    void theGapIsNegative_whenBComesFirst() {
        capture.markerA().set(346_445_642_000L);
        capture.markerB().set(346_439_849_000L);
        assertEquals(-5_793_000, Objects.requireNonNull(model.range().get()).gapNs());
        assertNotNull(model.range().get());
    }

    private MomentReport report() {
        return Objects.requireNonNull(model.report().get());
    }

    private static TaskState state(List<TaskNow> tasks, String label) {
        return tasks.stream().filter(t -> t.label().equals(label)).findFirst().orElseThrow().state();
    }
}
