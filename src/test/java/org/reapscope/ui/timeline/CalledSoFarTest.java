package org.reapscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.picture.Label;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.picture.TimelinePainter;
import org.reapscope.picture.Viewport;
import org.reapscope.picture.run.RunPicture;
import org.reapscope.picture.run.RunScene;
import org.reapscope.run.KernelRun;
import org.reapscope.run.PolicyText;
import org.reapscope.run.Recorder;
import org.reapscope.run.RunPath;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;

/** What a run that stands in the middle of a schedule names. */
final class CalledSoFarTest {

    @SuppressWarnings("NullAway.Init")
    private RunPath path;

    @SuppressWarnings("NullAway.Init")
    private Picture picture;

    @BeforeEach
    void aScheduleLiesAhead() throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios/three-cpu-chart.json"));
        KernelRun run = KernelRun.of(scenario);
        run.stepper().run(PolicyText.parse(run.machine(), "round-robin", 7), List.of(), 2000, Progress.NONE);
        run.settle();
        path = run.path();
        Lanes lanes = Lanes.of(Recorder.record(run.machine(), path.tasks(), scenario.cpus(), "run"), Progress.NONE);
        picture = RunPicture.of(RunScene.of(path, ScenarioSystem.toStep(scenario).vmas(), lanes)).picture();
    }

    /** The functions that are written anywhere in the picture of a run that stands at a depth. */
    private Set<String> named(int depth, int stepPx) {
        long now = depth < path.length() ? Recorder.timeNs(depth) : CaptureModel.UNSET;
        Picture tasks = new Picture(picture.trace(), picture.lanes(), picture.rows().stream().filter(Row.Course.class::isInstance).toList(),
                List.of(), List.of(), picture.axis(), 0);
        Viewport whole = new Viewport(Recorder.START_NS, Recorder.timeNs(path.length()), path.length() * stepPx, 2000, 0, 0, 1);
        Set<String> texts = new TimelinePainter(Palette.named("dark")).labels(CalledSoFar.of(tasks, now), whole, 10_000).stream()
                .map(Label::text).collect(Collectors.toCollection(HashSet::new));
        texts.retainAll(called(path.length()));
        return texts;
    }

    private Set<String> called(int depth) {
        return IntStream.range(0, depth).mapToObj(k -> path.step(k).step().function()).collect(Collectors.toSet());
    }

    @Test
    void whatHasNotBeenCalledIsNotNamed_howeverNearOneLooks() {
        for (int depth : new int[] {0, 1, 7, path.length() / 2, path.length() - 1}) {
            for (int stepPx : new int[] {4, 20, 60, 200, 600}) {
                Set<String> early = named(depth, stepPx);
                early.removeAll(called(depth));
                assertEquals(Set.of(), early, "at step " + depth + ", a step being " + stepPx + " pixels wide");
            }
        }
    }

    @Test
    void whatHasBeenCalledIsNamed_andAtTheEndOfTheRunEverythingIs() {
        assertEquals(called(path.length()), named(path.length(), 600));
        assertEquals(called(7), named(7, 600));
        assertTrue(named(0, 600).isEmpty());
    }
}
