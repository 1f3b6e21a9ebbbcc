package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What a lecturer does with a clicker. */
final class PresentationJourneyTest {

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openWindow() {
        window = new OpenWindow(folder.resolve("config"));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aRun_isStepped_andComesBackAsItWas() {
        open("samples/scenarios/opposite-walks.json");
        window.await(() -> !window.lookup(".run-tasks .task-card").isEmpty());
        window.press(KeyCode.F11);
        window.await(() -> caption(".caption-sentence").length() > 20);
        assertFalse(sees(".run-tasks"), "tasks are away");
        assertFalse(sees(".run-now"), "the right column is away");
        assertFalse(sees(".toolbar"), "the toolbar is away");
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> caption(".caption-where").startsWith("Step 1 · "));
        String first = caption(".caption-sentence");
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> caption(".caption-where").startsWith("Step 2 · "));
        window.press(KeyCode.PAGE_UP);
        window.await(() -> caption(".caption-sentence").equals(first));
        window.press(KeyCode.ESCAPE);
        window.await(() -> sees(".run-tasks") && sees(".run-now") && sees(".toolbar"));
        assertFalse(sees(".caption"));
    }

    @Test
    void hiddenAnswers_areNowhere() {
        open("samples/scenarios/opposite-walks.json");
        window.await(() -> !window.lookup(".run-now .lamp").isEmpty());
        window.press(KeyCode.X);
        window.await(() -> window.lookup(".run-now .lamp").isEmpty());
        assertTrue(window.ask(() -> window.lookup(".run-now .phrase").isEmpty()), "no choice says where it leads");
        window.press(KeyCode.X);
        window.await(() -> !window.lookup(".run-now .lamp").isEmpty());
    }

    @Test
    void aCapture_isClickedFromFindingToFinding() {
        open("samples/captures/tiny.txt.gz");
        window.await(() -> !window.ask(() -> window.lookup(".timeline")).isEmpty());
        assertTrue(sees(".kill-bar"));
        window.press(KeyCode.F11);
        window.await(() -> !caption(".caption-sentence").isEmpty());
        assertFalse(sees(".kill-bar"), "the kill bar is away");
        String first = caption(".caption-sentence");
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !caption(".caption-sentence").equals(first));
        assertEquals("tiny.txt.gz", caption(".caption-where"));
    }

    private void open(String sample) {
        window.run(() -> window.main().open(List.of(Path.of(sample).toAbsolutePath())));
    }

    private String caption(String part) {
        return window.ask(() -> ((Label) window.lookup(part).getFirst()).getText());
    }

    private boolean sees(String selector) {
        return window.ask(() -> window.lookup(selector).stream().anyMatch(n -> n.isVisible() && n.getScene() != null));
    }
}
