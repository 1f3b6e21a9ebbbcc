package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.picture.run.RunPicture;
import org.reapscope.picture.run.RunScene;
import org.reapscope.run.KernelRun;
import org.reapscope.run.PolicyText;
import org.reapscope.run.Recorder;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** A picture that was moved to where the view is now is, pixel by pixel, the picture that is drawn there. */
final class MovedPictureTest {

    private static final int WIDTH = 1100;
    private static final int HEIGHT = 500;
    /** Shares of the width of the view: a little, a pixel or so, nothing, and so far that little stays in sight. */
    private static final double[] MOVES = {0.01, 0.001, -0.02, 0, 0.13, -0.3, 0.0007, 0.21, -0.06, 0.45, -0.0004};

    private final Palette palette = Palette.named("light");
    private int moved;

    static Stream<String> captures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/captures"))) {
            List<String> names = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".txt.gz")).sorted().toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void ofACapture(String name) throws Exception {
        Trace trace = Captures.open(Path.of("samples/captures", name));
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        Analysis analysis = Analysis.of(trace, lanes, Progress.NONE);
        FirstLook look = FirstLook.of(lanes, analysis);
        KillScene scene = new KillScenes(lanes, analysis.kills()).of(look.finding());
        Rows rows = RowPlan.of(lanes, scene, List.of(), List.of(), EnumSet.allOf(RowPlan.Group.class));
        Picture picture = new Picture(trace, lanes, rows.drawn(), Marks.of(analysis.findings()), Marks.bands(trace, analysis.findings()),
                TimeAxis.since(trace, scene.startNs()), rows.sticky());
        everywhere(picture, look.view());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill-then-mrelease", "opposite-walks", "mm-sharer", "litmus/lost-update"})
    void ofARun(String name) throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios", name + ".json"));
        KernelRun run = KernelRun.of(scenario);
        run.stepper().run(PolicyText.parse(run.machine(), "random", 7), List.of(), 2000, Progress.NONE);
        run.settle();
        Lanes lanes = Lanes.of(Recorder.record(run.machine(), run.path().tasks(), scenario.cpus(), "run"), Progress.NONE);
        Picture picture = RunPicture.of(new RunScene(run.path(), ScenarioSystem.toStep(scenario).vmas(), lanes, run.ghost(), List.of(), false)).picture();
        everywhere(picture, Framing.whole(lanes.trace()));
    }

    private void everywhere(Picture picture, TimeView look) {
        long middle = look.startNs() + look.widthNs() / 2;
        for (double scale : new double[] {1, 1.5, 2}) {
            for (double zoom : new double[] {1, 3.7, 0.31, 0.043, 0.0009}) {
                wander(picture, look.zoomed(zoom, middle), scale);
            }
        }
        assertTrue(moved > 60, () -> "only " + moved + " pictures were moved");
    }

    private void wander(Picture picture, TimeView from, double scale) {
        TimelinePainter painter = new TimelinePainter(palette);
        int[] pixels = new int[WIDTH * HEIGHT];
        int[] anew = new int[pixels.length];
        TimeView view = from;
        Viewport before = null;
        for (double move : MOVES) {
            view = view.moved(Math.round(view.widthNs() * move));
            Viewport viewport = new Viewport(view.startNs(), view.endNs(), WIDTH, HEIGHT, 140, (int) (60 * scale), scale);
            painter.repaint(picture, viewport, pixels);
            new TimelinePainter(palette).paint(picture, viewport, anew);
            moved += before != null && Math.abs((long) viewport.movedSince(before)) < WIDTH / 3 ? 1 : 0;
            same(anew, pixels, viewport + " moved by " + move);
            before = viewport;
        }
    }

    private static void same(int[] expected, int[] pixels, String where) {
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            assertEquals(expected[i], pixels[i], () -> "pixel " + at % WIDTH + ", " + at / WIDTH + " of " + where);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "lmkd-smaps.txt.gz")
    void movingAllocatesNothing(String name) throws Exception {
        Trace trace = Captures.open(Path.of("samples/captures", name));
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        Analysis analysis = Analysis.of(trace, lanes, Progress.NONE);
        Picture picture = new Picture(trace, lanes, EveryRow.of(lanes), Marks.of(analysis.findings()), Marks.bands(trace, analysis.findings()),
                trace.firstNs());
        TimelinePainter painter = new TimelinePainter(palette);
        int[] pixels = new int[WIDTH * HEIGHT];
        long width = (trace.lastNs() - trace.firstNs()) / 8;
        long bytes = 0;
        int frames = 400;
        for (int i = -frames; i < frames; i++) {
            long start = trace.firstNs() + width * 2 + (i & 63) * width / 300;
            Viewport viewport = new Viewport(start, start + width, WIDTH, HEIGHT, 140, 0, 1);
            long before = allocated();
            painter.repaint(picture, viewport, pixels);
            bytes += i < 0 ? 0 : allocated() - before;
        }
        long each = bytes / frames;
        assertTrue(each < 2000, () -> each + " bytes a frame");
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean ? bean.getCurrentThreadAllocatedBytes() : 0;
    }
}
