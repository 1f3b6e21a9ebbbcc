package org.reapscope.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.explore.Report;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.explore.witness.WitnessCauses;
import org.reapscope.kernel.Profile;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.run.RunModel;

final class ExploreModelTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/three-cpu-chart.json");

    private final Waiting background = new Waiting();

    @SuppressWarnings("NullAway.Init")
    private RunModel run;

    @SuppressWarnings("NullAway.Init")
    private ExploreModel model;

    @BeforeEach
    void openTheChartOfThreeCpus() throws IOException {
        run = new RunModel(SCENARIO, ScenarioFile.read(SCENARIO));
        model = new ExploreModel(run, background);
    }

    private Exploration explored() {
        model.start(SearchMode.EXACT);
        assertTrue(model.running().get());
        background.work();
        assertFalse(model.running().get());
        assertEquals("", model.problem().get());
        return Objects.requireNonNull(model.found().get());
    }

    @Test
    void theScenariosOwnPropertiesAreAskedFirst_andEachWitnessShowsItsProperty() {
        Exploration found = explored();
        assertEquals(run.scenario().properties(), found.details().stream().map(d -> d.answer().property().text()).toList());
        for (Exploration.Detail detail : found.details()) {
            assertEquals(Verdict.POSSIBLE, detail.answer().verdict());
            model.open(found, Objects.requireNonNull(detail.answer().shortest()));
            assertEquals("", run.problem().get());
            assertEquals(Objects.requireNonNull(detail.answer().shortest()).steps(), run.depth());
            assertTrue(run.machine().holds(detail.answer().property().fact(), run.state(), 0), detail::toString);
        }
    }

    @Test
    void everyCauseOpensToARunThatShowsTheProperty_andCountersSayWhoFreesTheTables() {
        Exploration found = explored();
        for (Exploration.Detail detail : found.details()) {
            assertFalse(detail.causes().isEmpty(), detail::toString);
            for (WitnessCauses.Cause cause : detail.causes()) {
                model.open(found, cause.witness());
                assertTrue(run.machine().holds(detail.answer().property().fact(), run.state(), 0), cause::toString);
            }
        }
        List<String> freers = found.counters().stream().filter(c -> c.title().startsWith("page tables freed by"))
                .map(c -> c.title().substring("page tables freed by ".length())).toList();
        assertTrue(freers.contains("victim") && freers.contains("reader"), freers::toString);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedInPlace_withTheColumn() {
        assertFalse(model.ask("never(esrch && nonsense)"));
        assertTrue(model.problem().get().contains("column 16") && model.problem().get().contains("nonsense"), model.problem().get());
        assertEquals(run.scenario().properties(), model.asked());
        assertTrue(model.ask("never(use-after-free)"));
        assertEquals("", model.problem().get());
        assertEquals(Verdict.NEVER, explored().details().getLast().answer().verdict());
    }

    @Test
    void anEditMakesTheAnswersOutdated_andAWitnessGoesBackToItsOwnKernel() {
        Exploration found = explored();
        assertFalse(model.outdated().get());
        run.change(Profile.V6_18, List.of("f"));
        assertTrue(model.outdated().get());
        model.open(found, Objects.requireNonNull(found.details().getFirst().answer().shortest()));
        assertEquals(List.of(), run.scenario().patches());
        assertFalse(model.outdated().get());
        assertTrue(run.machine().holds("esrch-harmful", run.state(), 0));
    }

    @Test
    void neverIsNotSaid_whereMemoryRanOut() {
        model.asked().setAll("esrch-harmful", "use-after-free");
        model.megabytes().set(0);
        model.start(SearchMode.EVERY_STATE);
        background.work();
        Exploration found = Objects.requireNonNull(model.found().get());
        assertEquals(Report.Method.PARTIAL, found.report().method());
        assertEquals(Verdict.UNKNOWN, found.details().getLast().answer().verdict());
        assertTrue(found.bound().startsWith("Not proved: memory ran out"), found.bound());
    }

    @Test
    void aScheduleOfOnesOwnIsMadeSmaller_andStillShowsIt() {
        Exploration found = explored();
        run.replay("reader*2 lmkd*11 reader victim*11 lmkd reader*2");
        assertEquals("", run.problem().get());
        model.makeSmaller(found, found.details().getFirst().answer().property());
        background.work();
        ExploreModel.Reworked reworked = Objects.requireNonNull(model.reworked().get());
        assertEquals(28, reworked.yours().steps());
        assertEquals(23, reworked.smaller().steps());
        model.open(found, reworked.smaller());
        assertTrue(run.machine().holds("esrch-harmful", run.state(), 0));
        run.rewind();
        model.makeSmaller(found, found.details().getFirst().answer().property());
        background.work();
        assertEquals("Your schedule up to the present step does not show it.", model.problem().get());
    }

    @Test
    void randomRunsAndFewPreemptionsAreLabelledForWhatTheyAre() {
        for (SearchMode mode : List.of(SearchMode.FEW_PREEMPTIONS, SearchMode.RANDOM)) {
            model.asked().setAll("esrch-harmful", "use-after-free");
            model.start(mode);
            background.work();
            Exploration found = Objects.requireNonNull(model.found().get());
            assertFalse(found.report().exact());
            assertTrue(found.bound().contains("ot proved"), found.bound());
            assertEquals(Verdict.UNKNOWN, found.details().getLast().answer().verdict());
        }
    }

    @Test
    void whatIsCancelledKeepsWhatWasFound_markedAsNotAll() {
        model.asked().setAll("esrch-harmful", "use-after-free");
        model.start(SearchMode.EVERY_STATE);
        model.cancel();
        background.work();
        assertFalse(model.running().get());
        Exploration found = Objects.requireNonNull(model.found().get());
        assertEquals(Verdict.UNKNOWN, found.details().getLast().answer().verdict());
        assertTrue(found.bound().startsWith("So far: " + found.report().states() + " states."), found.bound());
        assertEquals(Report.Method.EVERY_STATE, Objects.requireNonNull(again(SearchMode.EVERY_STATE)).report().method());
    }

    private @Nullable Exploration again(SearchMode mode) {
        model.start(mode);
        background.work();
        return model.found().get();
    }

    @Test
    void whatIsCancelledTwiceIsGivenUp() {
        model.start(SearchMode.EVERY_STATE);
        List<Exploration> heard = new ArrayList<>();
        model.found().addListener((o, was, is) -> heard.add(Objects.requireNonNull(is)));
        model.cancel();
        model.cancel();
        assertFalse(model.running().get());
        background.work();
        assertNull(model.found().get());
        assertEquals(List.of(), heard);
        assertNotNull(explored());
    }

    @Test
    void whatNeedNotHappenIsLaidOutAsAScheduleThatNeverComesToIt() {
        model.asked().setAll("inevitable(esrch-harmful)");
        Exploration found = explored();
        Avoidance around = Objects.requireNonNull(found.details().getFirst().answer().avoiding());
        model.layAround(found, found.details().getFirst().answer().property(), around);
        assertEquals(0, run.depth(), "it lies ahead");
        assertEquals(around.way().steps(), run.path().length());
        assertEquals(-1, run.path().since("esrch-harmful"));
        run.jump(run.path().length());
        assertEquals(List.of(), run.choices(), "the run has ended");
    }
}
