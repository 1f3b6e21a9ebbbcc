package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;

/** A capture with three thousand kills, looked at as a whole and close by. */
final class ThrongTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 200;
    private static final int KILLS = 3000;
    private static final long APART = 10_000_000;
    private static final long WINDOW = 2_000_000;

    private final Palette palette = Palette.named("dark");
    private final TimelinePainter painter = new TimelinePainter(palette);
    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final Picture picture = picture();

    @Test
    void allOfThemAreCounted_andDoNotPaintTheLanesOrange() {
        Viewport whole = view(0, KILLS * APART);
        assertTrue(texts(whole).contains("3,000 -ESRCH windows"), () -> texts(whole).toString());
        assertTrue(texts(whole).contains("3000 × -ESRCH"), () -> texts(whole).toString());
        assertEquals(0, orange(whole), "nothing of the windows below their bracket");
    }

    @Test
    void ofOneThatIsZoomedTo_bracketAndFlagAreThere() {
        Viewport close = view(1000 * APART - WINDOW, 1000 * APART + 2 * WINDOW);
        assertTrue(texts(close).contains("-ESRCH"));
        assertFalse(texts(close).stream().anyMatch(text -> text.contains("windows")));
        assertNotEquals(0, orange(close));
    }

    @Test
    void aFewThatCanBeToldApartAreNoCrowd() {
        Viewport few = view(0, 5 * APART);
        assertFalse(texts(few).stream().anyMatch(text -> text.contains("windows")), () -> texts(few).toString());
    }

    @Test
    void whatIsWideIsNoCrowd_howeverOftenItIsThere() {
        assertFalse(Throng.of(0, 100, i -> true, i -> 10, i -> 500, 6, 12).getFirst().dense());
        assertTrue(Throng.of(0, 100, i -> true, i -> 2 * i, i -> 2 * i + 1, 6, 12).getFirst().dense());
        assertEquals(100, Throng.of(0, 100, i -> true, i -> 50 * i, i -> 50 * i + 1, 6, 12).size());
    }

    private List<String> texts(Viewport view) {
        return painter.labels(picture, view, 300).stream().map(Label::text).toList();
    }

    /** Pixels of the windows' edges in the lower half, where the lanes are. */
    private long orange(Viewport view) {
        painter.paint(picture, view, pixels);
        int colour = palette.argb(Role.ESRCH);
        return IntStream.range(HEIGHT / 2 * WIDTH, HEIGHT * WIDTH).filter(i -> pixels[i] == colour).count();
    }

    private static Viewport view(long from, long to) {
        return new Viewport(from, to, WIDTH, HEIGHT, 110, 0, 1);
    }

    private static Picture picture() {
        Lanes lanes = new Scene().at(0, 0).tick(1).at(KILLS * APART, 0).tick(1).lanes();
        List<Band> bands = IntStream.range(0, KILLS).mapToObj(i -> new Band(i * APART, i * APART + WINDOW, "window " + i)).toList();
        List<Mark> marks = IntStream.range(0, KILLS).mapToObj(i -> new Mark(i * APART + WINDOW / 2, -1, Mark.Shape.FLAG, Severity.SEVERE, "-ESRCH", i)).toList();
        return new Picture(lanes.trace(), lanes, List.of(new Row.Ruler(), new Row.Heading("TASK STATES")), marks, bands, 0);
    }
}
