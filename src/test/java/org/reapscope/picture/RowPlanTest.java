package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

final class RowPlanTest {

    private static Lanes lanes;
    private static KillScene episode;

    @BeforeAll
    static void openCapture() {
        CaptureModel capture = OpenedCapture.of("smaps-pins-mm.txt.gz");
        lanes = Objects.requireNonNull(capture.lanes().get());
        Finding hit = capture.findings().stream().filter(f -> f.kind() == FindingKind.ESRCH_HARMFUL).findFirst().orElseThrow();
        episode = new KillScenes(lanes, capture.kills()).of(hit);
    }

    @Test
    void whoTakesPartInTheKillComesFirst_killerThenVictimThenReader() {
        assertEquals(List.of("lmkd", "victim", "victim-worker", "smaps-reader"),
                episode.actors().stream().map(task -> lanes.trace().tasks().get(task).comm()).toList());
        assertEquals(List.of("heading/TASK STATES", "task/32482", "task/32495", "task/32496", "task/32497", "fold/TASKS"),
                keys(plan(List.of(), List.of(), Set.of())).subList(1, 7));
    }

    @Test
    void theRestIsFoldedAway_andUnfolds() {
        Rows folded = plan(List.of(), List.of(), Set.of());
        Rows open = plan(List.of(), List.of(), EnumSet.of(RowPlan.Group.TASKS));
        long others = lanes.trace().tasks().stream().filter(task -> task.id() != 0 && lanes.task(task.id()) != null).count()
                - episode.actors().size();
        assertEquals(others, open.size() - folded.size());
        assertTrue(folded.get(folded.indexOf("fold/TASKS")).row().title().endsWith(others + " other tasks"));
    }

    @Test
    void rulerIsFirst_overviewLast_groupsInTheirOrder() {
        List<String> keys = keys(plan(List.of(), List.of(), Set.of()));
        assertEquals("ruler", keys.getFirst());
        assertEquals("overview", keys.getLast());
        assertEquals(List.of("heading/TASK STATES", "heading/CPUS", "heading/MEMORY", "heading/LOCKS"),
                keys.stream().filter(key -> key.startsWith("heading/")).toList());
    }

    @Test
    void pinnedLanesStickToTheTop_andLeaveTheirGroup() {
        Rows rows = plan(List.of("cpu/1", "task/32497"), List.of(), Set.of());
        assertEquals(List.of("ruler", "heading/pinned", "cpu/1", "task/32497"), keys(rows).subList(0, 4));
        assertEquals(3, rows.sticky());
        assertEquals(1, keys(rows).stream().filter("cpu/1"::equals).count());
    }

    @Test
    void hiddenLanesAreNotShown_evenWhereTheRestIs() {
        Rows rows = plan(List.of(), List.of("task/32497"), EnumSet.allOf(RowPlan.Group.class));
        assertFalse(keys(rows).contains("task/32497"));
    }

    @Test
    void locksThatSomebodyWaitedForMeanwhileShareARow() {
        Rows rows = plan(List.of(), List.of(), Set.of());
        assertEquals(episode.locks().size(), rows.get(rows.indexOf("spinlocks")).row().lanes().size());
    }

    @Test
    void theKeyboardGoesFromLaneToLane_notToHeadings() {
        Rows rows = plan(List.of(), List.of(), Set.of());
        int first = rows.next(-1, 1);
        assertEquals("task/32482", rows.get(first).key());
        assertEquals(first, rows.next(first, -1));
        int fold = rows.indexOf("fold/TASKS");
        assertEquals("cpu/0", rows.get(rows.next(fold, 1)).key());
    }

    @Test
    void whereNobodyIsKilledTheBusiestTasksAreShown() {
        Rows rows = RowPlan.of(lanes, KillScene.whole(lanes.trace()), List.of(), List.of(), Set.of());
        assertTrue(keys(rows).contains("task/32482"));
        assertTrue(rows.indexOf("fold/TASKS") > 20);
    }

    @Test
    void lanesOfMemoryAreCalledByTheProcess_notByThePointer() {
        List<String> titles = plan(List.of(), List.of(), EnumSet.of(RowPlan.Group.LOCKS)).planned().stream().map(row -> row.row().title()).toList();
        assertTrue(titles.contains("mmap_lock of victim-32495"), titles::toString);
        assertTrue(titles.contains("mmap_lock of smaps-reader-32497"), titles::toString);
    }

    @Test
    void threadsOfOneProcessStayTogether_inWhateverOrder() {
        for (LaneOrder order : LaneOrder.values()) {
            List<String> keys = keys(RowPlan.of(lanes, episode, List.of(), List.of(), Set.of(), order));
            assertEquals(keys.indexOf("task/32495") + 1, keys.indexOf("task/32496"), order + ": " + keys);
        }
        List<String> byName = keys(RowPlan.of(lanes, episode, List.of(), List.of(), Set.of(), LaneOrder.NAME));
        assertEquals(List.of("task/32482", "task/32497", "task/32495", "task/32496"), byName.subList(2, 6));
    }

    @Test
    void theColumnOfNamesIsAsWideAsTheLongestName_upToAThird() {
        Rows rows = plan(List.of(), List.of(), Set.of());
        Picture picture = new Picture(lanes.trace(), lanes, rows.drawn(), List.of(), List.of(), 0);
        int wide = NameColumn.width(picture, 1600, 1);
        assertTrue(rows.drawn().stream().noneMatch(row -> NameColumn.cuts(row.title(), wide, 1)));
        assertEquals(100, NameColumn.width(picture, 300, 1));
        assertTrue(NameColumn.cuts("mmap_lock of victim-32495", 100, 1));
        assertEquals("mmap…32495", Label.fittedMiddle("mmap_lock of victim-32495", 70, 12));
    }

    @Test
    void ofVeryManyRowsTheFirstAreUnfolded_andTheOthersCounted() {
        Scene scene = new Scene();
        for (int i = 0; i < 6000; i++) {
            scene.at(i, 0).lock(10, 0x1000 + 64L * i, false);
        }
        Rows rows = RowPlan.of(scene.lanes(), KillScene.whole(scene.trace()), List.of(), List.of("mmap_lock/0000000000001000"), EnumSet.of(RowPlan.Group.LOCKS));
        assertEquals(5000, keys(rows).stream().filter(key -> key.startsWith("mmap_lock/")).count());
        assertFalse(keys(rows).contains("mmap_lock/0000000000001000"), "it is hidden");
        assertEquals("▾ 5,999 other locks", rows.get(rows.indexOf("fold/LOCKS")).row().title());
        assertEquals("and 999 more, not shown", rows.get(rows.indexOf("more/LOCKS")).row().title());
    }

    private static Rows plan(List<String> pinned, List<String> hidden, Set<RowPlan.Group> unfolded) {
        return RowPlan.of(lanes, episode, pinned, hidden, unfolded);
    }

    private static List<String> keys(Rows rows) {
        return rows.planned().stream().map(PlannedRow::key).toList();
    }
}
