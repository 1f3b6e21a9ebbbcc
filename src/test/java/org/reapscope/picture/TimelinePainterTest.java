package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Clock;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;
import org.reapscope.trace.lane.TaskState;

final class TimelinePainterTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 420;
    private static final int LMKD = 10;
    private static final int VICTIM = 20;
    private static final long MM = 7;

    private final Palette palette = Palette.named("dark");
    private final TimelinePainter painter = new TimelinePainter(palette);
    private final int[] pixels = new int[WIDTH * HEIGHT];

    @Test
    void aFailedReleaseIsSeenAtEveryZoom() {
        Picture picture = picture(new Mark(50_000, 1, Mark.Shape.FLAG, Severity.SEVERE, "-ESRCH", 3));
        for (long width = 10; width < 1_000_000_000_000_000L; width *= 3) {
            painter.paint(picture, view(50_000 - width / 2, 50_000 + width - width / 2), pixels);
            assertTrue(count(Role.ESRCH) > 40, "at width " + width);
        }
    }

    @Test
    void theMoreSevereOfTwoMarksOnOnePixelWins() {
        Picture picture = picture(new Mark(50_000, 1, Mark.Shape.DIAMOND, Severity.SEVERE, "", 3),
                new Mark(50_001, 1, Mark.Shape.DIAMOND, Severity.INFO, "", 3));
        int[] again = new int[pixels.length];
        painter.paint(picture, view(0, 1_000_000), pixels);
        assertTrue(count(Role.SEVERE) > 30);
        painter.paint(picture(), view(0, 1_000_000), again);
        assertEquals(count(Role.INFO, again), count(Role.INFO, pixels), "nothing of the milder mark is seen");
    }

    @Test
    void statesOfDifferentColoursDifferInShapeAsWell_whoWaitsForALockByLinesThatRise() {
        Map<String, Role> cues = new HashMap<>();
        Map<TaskState, String> drawn = new EnumMap<>(TaskState.class);
        for (TaskState state : TaskState.values()) {
            List<String> calls = new ArrayList<>();
            Pen pen = (Pen) Proxy.newProxyInstance(Pen.class.getClassLoader(), new Class<?>[] {Pen.class}, (proxy, method, arguments) -> {
                calls.add(method.getName() + Arrays.asList(arguments).subList(0, arguments.length - 1));
                return null;
            });
            StatePainter.state(new Frame(palette, picture(), view(0, 100_000), new RowLayout(picture(), 1), pen), state, 0, 0, 40, 16);
            Role same = cues.putIfAbsent(calls.toString(), StatePainter.role(state));
            assertTrue(same == null || same == StatePainter.role(state), state + " looks as " + same + " to who sees no colours");
            drawn.put(state, calls.toString());
        }
        assertTrue(drawn.getOrDefault(TaskState.UNINTERRUPTIBLE_LOCK, "").contains("RISING"), drawn::toString);
        assertTrue(drawn.getOrDefault(TaskState.UNINTERRUPTIBLE, "").contains("DOTS"), drawn::toString);
        assertTrue(drawn.getOrDefault(TaskState.EXITING, "").contains("FALLING"), drawn::toString);
    }

    @Test
    void theSameFrameIsTheSamePixels() {
        Picture picture = picture(new Mark(50_000, 1, Mark.Shape.DIAMOND, Severity.SEVERE, "", 3));
        painter.paint(picture, view(0, 100_000), pixels);
        int[] again = new int[pixels.length];
        new TimelinePainter(Palette.named("dark")).paint(picture, view(0, 100_000), again);
        assertArrayEquals(pixels, again);
        painter.paint(picture, view(0, 90_000), again);
        assertNotEquals(List.of(pixels), List.of(again));
    }

    @Test
    void everyPixelIsWrittenAndOpaque() {
        painter.paint(picture(), view(-10, 90), pixels);
        for (int pixel : pixels) {
            assertEquals(0xff, pixel >>> 24);
        }
    }

    @Test
    void aPointFindsItsRowIntervalAndEvent() {
        Picture picture = picture();
        Viewport view = view(0, 100_000);
        int row = painter.layout(picture, 1).rowOfTask(1);
        int y = painter.layout(picture, 1).y(row, view) + 5;
        Hit hit = painter.hit(picture, view, view.x(60_000), y);
        assertEquals(new LaneId.TaskLane(1), hit.lane());
        assertEquals(60_000, hit.ns(), view.nsPerPixel());
        assertEquals(1, hit.interval());
        assertEquals(picture.lanes().task(1) == null ? -1 : 4, hit.traceRow());
        assertTrue(painter.hit(picture, view, 5, y).gutter());
    }

    @Test
    void aMarkIsHitBeforeTheIntervalUnderIt() {
        Mark mark = new Mark(50_000, 1, Mark.Shape.FLAG, Severity.SEVERE, "-ESRCH", 3);
        Picture picture = picture(mark);
        Viewport view = view(0, 100_000);
        int row = painter.layout(picture, 1).rowOfTask(1);
        int y = painter.layout(picture, 1).y(row, view) + 12;
        assertEquals(mark, painter.hit(picture, view, view.x(50_000) + 2, y).mark());
        assertEquals(3, painter.hit(picture, view, view.x(50_000) + 2, y).traceRow());
    }

    @Test
    void aCursorSnapsToTheEdgeNearby_andStaysWhereThereIsNone() {
        Picture picture = picture();
        Viewport view = view(0, 100_000);
        int row = painter.layout(picture, 1).rowOfTask(1);
        int y = painter.layout(picture, 1).y(row, view) + 5;
        assertEquals(60_000, painter.snap(picture, view, view.x(60_000) + 4, y, 6));
        int far = view.x(60_000) + 40;
        assertEquals(view.ns(far), painter.snap(picture, view, far, y, 6));
    }

    @Test
    void labelsNameLanesAndTimes_withinTheirBudget() {
        Picture picture = picture(new Mark(50_000, 1, Mark.Shape.FLAG, Severity.SEVERE, "-ESRCH", 3));
        List<Label> labels = painter.labels(picture, view(0, 100_000), 300);
        assertTrue(labels.stream().anyMatch(l -> l.text().equals("lmkd-10") && l.anchor() == Label.Anchor.END));
        assertTrue(labels.stream().anyMatch(l -> l.text().equals("-ESRCH")));
        assertTrue(labels.stream().anyMatch(l -> l.text().equals("40 µs")), labels::toString);
        assertTrue(labels.stream().anyMatch(l -> l.text().startsWith("running")));
    }

    @Test
    void windowsThatOverlapAreShadedOnce() {
        Lanes lanes = new Scene().at(0, 0).tick(LMKD).at(100_000, 0).tick(LMKD).lanes();
        List<Row> rows = List.of(new Row.Ruler(), new Row.Heading("TASK STATES"));
        painter.paint(new Picture(lanes.trace(), lanes, rows, List.of(), List.of(new Band(10_000, 90_000, "")), 0), view(0, 100_000), pixels);
        int once = pixels[(HEIGHT - 20) * WIDTH + view(0, 100_000).x(50_000)];
        List<Band> many = Collections.nCopies(3000, new Band(10_000, 90_000, ""));
        painter.paint(new Picture(lanes.trace(), lanes, rows, List.of(), many, 0), view(0, 100_000), pixels);
        assertEquals(once, pixels[(HEIGHT - 20) * WIDTH + view(0, 100_000).x(50_000)]);
    }

    @Test
    void aCounterThatIsNotToldIsDots_notALine() {
        Lanes lanes = new Scene().at(0, 0).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 64 << 20)
                .at(1000, 0).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 63 << 20)
                .at(50_000, 0).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 0).at(100_000, 0).tick(VICTIM).lanes();
        Picture picture = new Picture(lanes.trace(), lanes, List.of(new Row.Ruler(), new Row.Rss(0, "RSS")), List.of(), List.of(), 0);
        painter.paint(picture, view(10_000, 40_000), pixels);
        assertTrue(count(Role.RSS_ANON) > 100, "dots");
        assertTrue(longestLine(Role.RSS_ANON) < 5, "no line");
        painter.paint(picture, view(60_000, 90_000), pixels);
        assertTrue(longestLine(Role.RSS_ANON) > 400, "a line at 0");
        assertTrue(Legend.of(picture, view(10_000, 40_000), palette, WIDTH).labels().stream().anyMatch(l -> l.text().equals("RSS: not told in between")));
    }

    @Test
    void stepsOfTheAxisAreRoundNumbers() {
        assertEquals("1.60 ms", new TimeAxis(0, false, Clock.NANOSECONDS).label(1_600_000, 200_000).replace("1.6 ms", "1.60 ms"));
        assertEquals("-2 s", new TimeAxis(0, false, Clock.NANOSECONDS).label(-2_000_000_000L, 1_000_000_000L));
        assertEquals("5.79 ms", RulerPainter.duration(5_793_000));
    }

    private static Viewport view(long from, long to) {
        return new Viewport(from, to, WIDTH, HEIGHT, 110, 0, 1);
    }

    private int count(Role role) {
        return count(role, pixels);
    }

    /** How many pixels of a colour lie side by side at most. */
    private int longestLine(Role role) {
        int longest = 0;
        int run = 0;
        for (int pixel : pixels) {
            run = pixel == palette.argb(role) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private int count(Role role, int[] image) {
        int n = 0;
        for (int pixel : image) {
            n += pixel == palette.argb(role) ? 1 : 0;
        }
        return n;
    }

    private static Picture picture(Mark... marks) {
        Scene scene = new Scene().named(LMKD, "lmkd").named(VICTIM, "victim");
        assertEquals(1, scene.task(LMKD));
        scene.at(0, 0).switched(0, 'R', LMKD).at(0, 1).switched(0, 'R', VICTIM)
                .at(40_000, 0).signal(LMKD, VICTIM, 9).at(41_000, 1).deliver(VICTIM, 9)
                .at(60_000, 0).switched(LMKD, 'S', 0).at(62_000, 1).lock(VICTIM, MM, true).at(62_000, 1).locked(VICTIM, MM, true)
                .at(63_000, 1).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 64 << 20).at(70_000, 1).rss(VICTIM, MM, RssMember.MM_ANONPAGES, 0)
                .at(80_000, 1).unlock(VICTIM, MM, true).at(100_000, 0).tick(0);
        Lanes lanes = scene.lanes();
        assertNotNull(lanes.task(1));
        return new Picture(lanes.trace(), lanes, EveryRow.of(lanes), List.of(marks), List.of(new Band(55_000, 80_000, "window")), 0);
    }
}
