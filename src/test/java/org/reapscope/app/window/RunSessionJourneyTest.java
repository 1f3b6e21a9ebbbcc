package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.run.BreakCondition;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPolicy;
import org.testfx.api.FxToolkit;

/** A run is saved, opened again, and taken along when its scenario is edited. */
final class RunSessionJourneyTest {

    @TempDir
    private Path folder;

    private Path scenario = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openScenario() throws IOException {
        scenario = folder.resolve("kill.json");
        Files.copy(Path.of("samples/scenarios/kill-then-mrelease.json"), scenario);
        window = new OpenWindow(folder.resolve("config"));
        window.run(() -> window.main().open(List.of(scenario)));
        window.await(() -> !window.lookup(".run-tasks .task-card").isEmpty());
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aSavedRunComesBackWithItsBranchesItsGhostAndItsScheduler() {
        RunModel before = run();
        window.run(() -> {
            before.policy().set(RunPolicy.ROUND_ROBIN);
            before.breaks().setAll(new BreakCondition.FunctionEntered("exit_mmap"));
            before.run();
        });
        await(before);
        window.run(() -> {
            before.name(before.node(), "teardown begins");
            before.jump(12);
            before.step(before.choices().getLast().task());
            before.jump(9);
            before.haunt(List.of("f"));
        });
        await(before);
        Path session = folder.resolve("kill.reapscope.json");
        window.run(() -> window.main().saveRun(session));
        window.await(() -> Files.exists(session) && window.context().jobs().running().get() == 0);
        reopen(session);
        RunModel after = run();
        assertEquals(before.saved(), after.saved());
        assertEquals(before.scheduler().saved(), after.scheduler().saved());
        assertArrayEquals(before.state(), after.state());
        assertEquals(scenario, after.file());
    }

    @Test
    void f5TakesTheRunAlong_asFarAsItFits_andSaysSo() throws IOException {
        RunModel model = run();
        window.run(() -> {
            model.policy().set(RunPolicy.ROUND_ROBIN);
            model.breaks().clear();
            model.runToEnd();
        });
        await(model);
        int steps = model.depth();
        window.press(KeyCode.F5);
        window.await(() -> model.news().get().equals("Reloaded: the scenario has not changed."));
        assertEquals(steps, model.depth());
        Files.writeString(scenario, Files.readString(scenario).replace("\"threads\": 2", "\"threads\": 1"));
        window.press(KeyCode.F5);
        window.await(() -> model.news().get().startsWith("Reloaded: the run fits up to step "));
        assertTrue(model.news().get().endsWith("; then victim-1 is no longer there."), model.news().get());
        assertTrue(model.depth() > 0 && model.depth() < steps, model.depth() + " of " + steps);
        window.await(() -> window.lookup(".run-tasks .task-card").size() == 2);
    }

    @Test
    void f5OfAFileThatIsNoScenarioAnyMore_saysWhy_andTheRunStays() throws IOException {
        RunModel model = run();
        window.press(KeyCode.SPACE);
        Files.writeString(scenario, "{\"format\": \"reapscope-scenario-1\"}");
        window.press(KeyCode.F5);
        window.await(() -> model.problem().get().contains("kill.json"));
        assertEquals(1, model.depth());
    }

    @Test
    void aScenarioThatChangedSinceItWasSaved_saysSo_andKeepsWhatStillFits() throws IOException {
        RunModel model = run();
        window.run(() -> model.replay("lmkd*6"));
        await(model);
        Path session = folder.resolve("kill.reapscope.json");
        window.run(() -> window.main().saveRun(session));
        window.await(() -> Files.exists(session) && window.context().jobs().running().get() == 0);
        Files.writeString(scenario, Files.readString(scenario).replace("\"threads\": 2", "\"threads\": 3"));
        reopen(session);
        assertEquals(6, run().depth());
        assertTrue(window.ask(() -> window.main().notices()).stream().anyMatch(n -> n.startsWith("kill.json has changed since the run was saved")),
                window.ask(() -> window.main().notices()).toString());
    }

    private void reopen(Path session) {
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.await(() -> window.ask(() -> tabs().getTabs().isEmpty()));
        window.run(() -> window.main().open(List.of(session)));
        window.await(() -> window.ask(() -> tabs().getTabs().size()) == 1);
    }

    private void await(RunModel model) {
        window.await(() -> !model.longMove().running().get());
    }

    private TabPane tabs() {
        return (TabPane) window.lookup(".tab-pane").stream().filter(n -> "tabs".equals(n.getId())).findFirst().orElseThrow();
    }

    private RunModel run() {
        return window.ask(() -> ((RunTab) tabs().getSelectionModel().getSelectedItem()).model());
    }
}
