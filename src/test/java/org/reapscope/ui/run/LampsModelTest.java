package org.reapscope.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.OutcomeSpace;
import org.reapscope.explore.graph.Outlook;
import org.reapscope.explore.report.LampRow;
import org.reapscope.explore.report.Tone;
import org.reapscope.kernel.Profile;
import org.reapscope.run.PropertyNow;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.explore.Waiting;
import org.reapscope.ui.run.LampsModel.Standing;

final class LampsModelTest {

    private static final String HARMFUL = "esrch-harmful";

    private final Waiting background = new Waiting();

    @SuppressWarnings("NullAway.Init")
    private RunModel run;

    @SuppressWarnings("NullAway.Init")
    private LampsModel lamps;

    @BeforeEach
    void openTheChartOfThreeCpus() throws IOException {
        run = open("three-cpu-chart");
        lamps = new LampsModel(run, background);
    }

    private static RunModel open(String sample) throws IOException {
        Path file = Path.of("samples/scenarios", sample + ".json");
        return new RunModel(file, ScenarioFile.read(file));
    }

    private LampRow row(String property) {
        return lamps.rows().stream().filter(r -> r.property().equals(property)).findFirst().orElseThrow();
    }

    private OutcomeSpace space() {
        return Objects.requireNonNull(lamps.space());
    }

    @Test
    void theShortestWayOfALampIsLaidBeforeTheRun_fromHereAndFromTheStart() {
        background.work();
        run.policy().set(RunPolicy.ROUND_ROBIN);
        run.step();
        run.step();
        int[] here = lamps.way(HARMFUL, run.depth());
        int[] start = lamps.way(HARMFUL, 0);
        assertTrue(here.length > 0 && here.length < start.length + 2, here.length + " and " + start.length);
        run.layAhead(run.depth(), here, "laid");
        assertEquals(2, run.depth());
        assertEquals(2 + here.length, run.path().length());
        run.breaks().clear();
        run.run();
        assertEquals(2 + here.length, run.depth());
        assertTrue(run.happened().orElseThrow().properties().contains(HARMFUL));
        run.layAhead(0, start, "laid");
        assertEquals(0, run.depth());
        assertEquals(start.length, run.path().since(HARMFUL), "it holds after its last step, and not before");
        assertEquals(0, lamps.way(HARMFUL, start.length).length);
    }

    @Test
    void f8GoesFromOneStepThatSettlesOrShowsSomethingToTheNext_andRoundAtTheEnd() {
        background.work();
        assertEquals(0, RunStops.next(run, lamps.rows(), 1), "nothing has been stepped");
        run.layAhead(0, lamps.way(HARMFUL, 0), "laid");
        int shown = run.path().since(HARMFUL);
        int first = run.properties().stream().mapToInt(PropertyNow::since).filter(step -> step > 0).min().orElseThrow();
        int settled = row(HARMFUL).decisive();
        assertEquals(first, RunStops.next(run, List.of(), 1), "whoever is not to know is not told what settles it");
        assertEquals(shown, RunStops.next(run, List.of(), -1), "round at the beginning");
        run.jump(settled - 1);
        assertEquals(settled, RunStops.next(run, lamps.rows(), 1));
        run.jump(shown);
        assertEquals(first, RunStops.next(run, List.of(), 1), "round at the end");
    }

    @Test
    void atTheBeginningOfTheChartEverythingIsOpen() {
        assertEquals(Standing.COMPUTING, lamps.standing());
        assertEquals(List.of(), lamps.rows());
        background.work();
        assertEquals(Standing.READY, lamps.standing());
        assertEquals(run.scenario().properties(), lamps.rows().stream().map(LampRow::property).toList());
        for (LampRow row : lamps.rows()) {
            assertEquals(Lamp.POSSIBLE, row.at(0), row.property());
            assertEquals(-1, row.decisive());
            assertTrue(row.chance(0) > 0 && row.chance(0) < 1, row::toString);
        }
    }

    @Test
    void theLampsOfARunAreThoseOfTheEngine_andTheDecisiveStepToo() {
        background.work();
        run.policy().set(RunPolicy.VICTIM_FIRST);
        run.breaks().clear();
        run.runToEnd();
        int[] schedule = IntStream.range(0, run.path().length()).map(run.path()::task).toArray();
        for (String property : space().properties()) {
            Outlook expected = Outlook.of(space().lookahead(), space().properties().indexOf(property), schedule);
            assertEquals(expected.lamps(), row(property).lamps(), property);
            assertEquals(expected.decisiveStep() + 1, row(property).decisive(), property);
        }
        assertEquals(Lamp.IMPOSSIBLE, row(HARMFUL).at(schedule.length));
        assertEquals(0, row(HARMFUL).chance(schedule.length));
    }

    @Test
    void thePatchThatFindsTheMmThroughExitMm_putsTheLampOut_onceItIsComputedAnew() {
        background.work();
        int states = space().states();
        run.change(Profile.V6_18, List.of("f"));
        assertTrue(lamps.outdated());
        assertNull(lamps.space(), "no answer of another version is given");
        assertEquals(Standing.COMPUTING, lamps.standing());
        assertTrue(lamps.words().startsWith("Computed for another version"), lamps.words());
        assertEquals(Lamp.POSSIBLE, row(HARMFUL).at(0), "still shown, as outdated");
        assertEquals(List.of(), lamps.outlook(0).phrases());
        background.work();
        assertFalse(lamps.outdated());
        assertEquals(Lamp.IMPOSSIBLE, row(HARMFUL).at(0));
        assertEquals(0, row(HARMFUL).decisive());
        run.change(Profile.V6_18, List.of());
        background.work();
        assertEquals(states, space().states());
        assertEquals(Lamp.POSSIBLE, row(HARMFUL).at(0));
    }

    @Test
    void anEditWhileTheyAreComputedLeavesOnlyTheLastOneToDo() {
        run.change(Profile.V6_18, List.of("f"));
        run.change(Profile.V6_18, List.of("g"));
        assertEquals(1, background.waiting());
        background.work();
        assertEquals(List.of("g"), space().scenario().patches());
    }

    @Test
    void theHintLeadsToEsrch_andTheChoiceThatSettlesItSaysSo() {
        background.work();
        int steps = lamps.hint(HARMFUL).orElseThrow().steps();
        for (int left = steps; left > 0; left--) {
            NextMove hint = lamps.hint(HARMFUL).orElseThrow();
            assertEquals(left, hint.steps());
            int task = hint.tasks().getFirst();
            boolean settles = space().lamp(space().next(lamps.state(run.depth()), task), 0) == Lamp.CERTAIN
                    && row(HARMFUL).at(run.depth()) == Lamp.POSSIBLE;
            assertEquals(settles, lamps.outlook(task).phrases().stream().anyMatch(p -> p.tone() == Tone.BAD
                    && p.words().equals("\u201c-ESRCH while memory is held\u201d cannot be avoided after this")), () -> "at " + run.depth());
            run.step(task);
        }
        assertTrue(run.properties().stream().anyMatch(p -> p.name().equals(HARMFUL) && p.holds()));
        assertTrue(row(HARMFUL).decisive() > 0 && row(HARMFUL).decisive() <= steps);
        assertTrue(lamps.hint(HARMFUL).isEmpty(), "it holds");
    }

    @Test
    void whatIsTooLargeIsNotLookedAtUnasked_andSaysSo() throws IOException {
        LampsModel large = new LampsModel(open("lmkd-under-pressure"), background);
        background.work();
        assertEquals(Standing.TOO_LARGE, large.standing());
        assertTrue(large.words().contains("more than " + LampsModel.UNASKED + " states"), large.words());
        assertEquals(List.of(), large.rows());
        large.computeAll();
        assertEquals(Standing.COMPUTING, large.standing());
    }

    @Test
    void whatIsStoppedKeepsWhatWasFound_andSaysOfHowManyStates() {
        lamps.cancel();
        background.work();
        assertEquals(Standing.SO_FAR, lamps.standing());
        assertTrue(lamps.words().startsWith("So far: " + space().states() + " states"), lamps.words());
        assertTrue(lamps.rows().stream().noneMatch(row -> row.at(0) == Lamp.IMPOSSIBLE), "nothing is impossible so far");
        run.policy().set(RunPolicy.ROUND_ROBIN);
        run.breaks().clear();
        run.runToEnd();
        assertEquals(Lamp.UNKNOWN, row("teardown-in-reader").at(run.depth()), "nobody looked that far");
        assertEquals(-1, row("teardown-in-reader").decisive());
        run.rewind();
        run.choices().forEach(choice -> lamps.outlook(choice.task()));
        lamps.computeAll();
        background.work();
        assertEquals(Standing.READY, lamps.standing());
        assertEquals(Lamp.POSSIBLE, row(HARMFUL).at(0));
    }
}
