package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.export.RunExhibit;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.picture.SvgPen;
import org.reapscope.picture.TimelinePainter;
import org.reapscope.picture.Viewport;
import org.reapscope.run.Choice;
import org.reapscope.run.Recorder;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPaneController;
import org.reapscope.ui.run.RunPolicy;
import org.reapscope.ui.timeline.TimelineView;
import org.testfx.api.FxToolkit;

/** What a person does with a scenario, without a display. */
final class RunJourneyTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json").toAbsolutePath();

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openScenario() {
        window = new OpenWindow(folder.resolve("config"));
        window.run(() -> window.main().open(List.of(SCENARIO)));
        window.await(() -> !window.lookup(".run-tasks .task-card").isEmpty());
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void windowAndExportsShowOnePictureOfTheRun() {
        for (int i = 0; i < 25; i++) {
            window.press(KeyCode.SPACE);
        }
        RunModel model = window.ask(() -> pane().model());
        TimelineView view = window.ask(() -> (TimelineView) window.lookup(".run-timeline .timeline").getFirst());
        Picture shown = window.ask(() -> Objects.requireNonNull(view.model().scenery().get()).picture());
        Picture written = RunExhibit.of(model.scenario(), model.machine(), model.path().tasks()).exhibit().sheet().picture();
        assertEquals(painted(written), painted(withoutLamps(shown)));
        assertTrue(shown.rows().size() > 8, "and it is not empty");
    }

    /** What is still possible is known to the window alone. */
    private static Picture withoutLamps(Picture picture) {
        List<Row> rows = new ArrayList<>(picture.rows());
        int lamps = rows.stream().map(Row::title).toList().indexOf("STILL POSSIBLE");
        rows.subList(lamps < 0 ? rows.size() : lamps, rows.size()).clear();
        return new Picture(picture.trace(), picture.lanes(), rows, picture.marks(), picture.bands(), picture.axis(), picture.sticky());
    }

    private static String painted(Picture picture) {
        Viewport viewport = new Viewport(Recorder.START_NS, Recorder.timeNs(40), 1200, 900, 150, 0, 1);
        return SvgPen.of(new TimelinePainter(Palette.named("dark")), picture, viewport, "run");
    }

    @Test
    void killThenMrelease_isSteppedToEsrch_andBack() {
        for (int i = 0; i < 30 && !canStep("victim-1"); i++) {
            step("lmkd");
        }
        for (int i = 0; i < 80 && !nobodyHasTheMm(); i++) {
            step(List.of("victim-1", "victim-2", "lmkd").stream().filter(this::canStep).findFirst().orElseThrow());
        }
        assertTrue(nobodyHasTheMm());
        for (int i = 0; i < 20 && !happened().contains("returns -ESRCH"); i++) {
            step("lmkd");
        }
        assertTrue(happened().contains("returns -ESRCH"), happened());
        window.press(KeyCode.SHIFT, KeyCode.N);
        assertFalse(happened().contains("returns -ESRCH"), happened());
        window.press(KeyCode.N);
        assertTrue(happened().contains("returns -ESRCH"), happened());
    }

    @Test
    void onlyTasksThatCanRunHaveAStepButton() {
        List<String> buttons = window.ask(() -> window.lookup(".task-card .step-button").stream().filter(n -> n.isVisible())
                .map(n -> String.valueOf(n.getAccessibleText())).toList());
        assertEquals(1, buttons.size());
        assertTrue(buttons.getFirst().contains("lmkd"), buttons::toString);
    }

    @Test
    void theRunUpToHereIsCopiedAsADiagramForAMail() {
        for (int i = 0; i < 12; i++) {
            step("lmkd");
        }
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        String copied = window.ask(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("pidfd_send_signal(SIGKILL)"), copied);
        assertTrue(copied.contains("12 steps:\nlmkd*12\n"), copied);
        copied.lines().forEach(line -> assertTrue(line.length() <= 75, line));
    }

    @Test
    void aRunStopsAtItsBreak_aBranchIsTried_andAClickGoesBackToTheFirst() {
        window.run(() -> window.context().commands().run(Command.RUN));
        window.await(() -> !progressing());
        String first = happened();
        int depth = depth();
        assertTrue(depth > 0);
        window.run(() -> pane().model().policy().set(RunPolicy.ROUND_ROBIN));
        for (int i = 0; i < depth && elsewise().isEmpty(); i++) {
            window.press(KeyCode.SHIFT, KeyCode.N);
        }
        String other = elsewise();
        step(other);
        assertTrue(happened().startsWith(other), happened());
        int nodes = window.ask(() -> pane().model().tree().size());
        window.run(() -> pane().showTable("Branches"));
        window.run(() -> pane().model().select(depth));
        assertEquals(first, happened());
        assertEquals(nodes, window.ask(() -> pane().model().tree().size()));
    }

    @Test
    void aGhostSaysWhereItParts_andGoesAway() {
        window.run(() -> pane().model().policy().set(RunPolicy.ROUND_ROBIN));
        window.run(() -> window.context().commands().run(Command.RUN_TO_END));
        window.await(() -> !progressing() && depth() > 20);
        assertTrue(ghost().isEmpty());
        window.run(() -> pane().model().haunt(List.of("f")));
        window.await(() -> !ghost().isEmpty());
        assertTrue(ghost().contains("(f)") && ghost().contains("at step"), ghost());
        window.run(() -> pane().model().haunt(null));
        window.await(() -> ghost().isEmpty());
    }

    @Test
    void tabsOfRunsTurnAndCloseByKey_andTheStatusBarFollows() {
        window.run(() -> window.main().open(List.of(SCENARIO.resolveSibling("mm-sharer.json"))));
        window.await(() -> pane().model().file().endsWith("mm-sharer.json"));
        window.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
        assertEquals(SCENARIO, window.ask(() -> pane().model().file()));
        window.press(KeyCode.N);
        assertTrue(window.ask(() -> window.lookup(".status .label").stream().anyMatch(n -> ((Label) n).getText().startsWith("step 1 of "))));
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.await(() -> pane().model().file().endsWith("mm-sharer.json"));
    }

    private RunPaneController pane() {
        return ((RunTab) ((TabPane) window.lookup(".tab-pane").stream().filter(n -> n.getId() != null && n.getId().equals("tabs"))
                .findFirst().orElseThrow()).getSelectionModel().getSelectedItem()).pane();
    }

    /** A task that can step and did not step next on this branch; empty if there is none. */
    private String elsewise() {
        return window.ask(() -> {
            RunModel model = pane().model();
            return model.choices().stream().map(Choice::task)
                    .filter(t -> model.depth() < model.path().length() && t != model.path().task(model.depth()))
                    .map(t -> model.tasks().get(t).name()).findFirst().orElse("");
        });
    }

    private boolean progressing() {
        return window.ask(() -> pane().model().longMove().running().get());
    }

    private int depth() {
        return window.ask(() -> pane().model().depth());
    }

    private String ghost() {
        return window.ask(() -> window.lookup(".run-ghost").stream().filter(Node::isVisible).map(n -> ((Label) n).getText())
                .findFirst().orElse(""));
    }

    private boolean nobodyHasTheMm() {
        return window.ask(() -> window.lookup(".run-now .value.alarming").stream()
                .anyMatch(n -> ((Label) n).getText().equals("NULL on 2 of 2 threads")));
    }

    private boolean canStep(String task) {
        return window.ask(() -> window.lookup(".task-card .step-button").stream()
                .anyMatch(n -> n.isVisible() && n.getAccessibleText().startsWith("Step " + task + ":")));
    }

    private void step(String task) {
        window.run(() -> window.lookup(".task-card .step-button").stream()
                .filter(n -> n.isVisible() && n.getAccessibleText().startsWith("Step " + task + ":"))
                .findFirst().ifPresent(n -> ((Button) n).fire()));
        window.await(() -> true);
    }

    private String happened() {
        return window.ask(() -> ((Label) window.lookup(".run-now .lead").getFirst()).getText());
    }
}
