package org.reapscope.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.OutcomeMap;
import org.reapscope.kernel.Profile;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.run.LampsModel;
import org.reapscope.ui.run.RunModel;

final class MapModelTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json");

    private final Waiting background = new Waiting();

    @SuppressWarnings("NullAway.Init")
    private RunModel run;

    @SuppressWarnings("NullAway.Init")
    private LampsModel lamps;

    @SuppressWarnings("NullAway.Init")
    private MapModel model;

    @BeforeEach
    void openKillThenMrelease() throws IOException {
        run = new RunModel(SCENARIO, ScenarioFile.read(SCENARIO));
        lamps = new LampsModel(run, background);
        model = new MapModel(run, lamps, background);
        background.work();
    }

    private OutcomeMap map() {
        return Objects.requireNonNull(model.map());
    }

    @Test
    void everyStateIsInOneRegion_andEveryPassageSettlesSomething() {
        OutcomeMap map = map();
        assertEquals(List.of("esrch", "esrch-harmful", "reaped"), map.properties());
        assertTrue(map.regions().size() > 3 && map.regions().size() <= 27, () -> map.regions().size() + " regions");
        assertEquals(map.states(), map.regions().stream().mapToInt(OutcomeMap.Region::states).sum());
        for (OutcomeMap.Passage passage : map.passages()) {
            assertTrue(map.regions().get(passage.to()).settled() > map.regions().get(passage.from()).settled(), passage::toString);
        }
    }

    @Test
    void aDecisiveStepOpensARunThatEndsWithIt_inTheRegionItLeadsTo() {
        OutcomeMap map = map();
        for (OutcomeMap.Passage passage : map.passages()) {
            for (OutcomeMap.Kind kind : passage.kinds()) {
                model.open(kind);
                assertEquals("", run.problem().get());
                assertEquals(kind.schedule().size(), run.depth());
                assertEquals(kind.id(), run.happened().orElseThrow().step().step().id());
                List<Integer> way = model.way();
                assertEquals(List.of(passage.from(), passage.to()), way.subList(way.size() - 2, way.size()));
            }
        }
    }

    @Test
    void otherPropertiesMayBeChosen_threeAtMost() {
        model.toggle("pte-collision");
        background.work();
        assertEquals(List.of("esrch-harmful", "reaped", "pte-collision"), map().properties());
        model.toggle("reaped");
        model.toggle("pte-collision");
        background.work();
        assertEquals(List.of("esrch-harmful"), map().properties());
        assertEquals(3, map().regions().size(), "open, certain, impossible");
    }

    @Test
    void anEditLeavesNoMapUntilItIsDrawnAnew() {
        run.change(Profile.V6_18, List.of("f"));
        assertNull(model.map());
        assertTrue(model.words().startsWith("Computed for another version"), model.words());
        background.work();
        assertTrue(map().regions().stream().allMatch(r -> r.lamps().get(map().properties().indexOf("esrch-harmful")) == Lamp.IMPOSSIBLE));
    }
}
