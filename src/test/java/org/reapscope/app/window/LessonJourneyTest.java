package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
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

/** What a learner does with the keyboard, and a lecturer with a clicker. */
final class LessonJourneyTest {

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
        window.run(() -> window.main().open(List.of(Path.of("samples/lessons/01-threads-and-locks.json").toAbsolutePath())));
        window.await(() -> !window.lookup(".page-title").isEmpty());
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aDigitAnswers_andTheAnswerIsExplainedAndKept() {
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !window.lookup(".question .option").isEmpty());
        window.press(KeyCode.DIGIT1);
        window.await(() -> !window.lookup(".question .verdict").isEmpty());
        assertEquals(1, window.ask(() -> window.lookup(".question .explanation").isEmpty() ? 0 : 1));
        window.await(() -> Files.exists(folder.resolve("config/logbook.json"))
                && Files.readString(folder.resolve("config/logbook.json")).contains("01-threads-and-locks"));
    }

    @Test
    void anAnswerSurvivesTurningPages_andIsHiddenFromARoom() {
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !window.lookup(".question .option").isEmpty());
        window.press(KeyCode.DIGIT1);
        window.await(() -> !window.lookup(".question .verdict").isEmpty());
        window.press(KeyCode.PAGE_UP);
        window.await(() -> !window.lookup(".pointer").isEmpty());
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !window.lookup(".question .verdict").isEmpty());
        window.press(KeyCode.F11);
        window.await(() -> window.lookup(".question .verdict").isEmpty());
        window.press(KeyCode.ESCAPE);
    }

    @Test
    void aHintThenItsMove_isCounted() {
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !window.lookup(".challenge .move").isEmpty());
        window.press(KeyCode.H);
        window.await(() -> !window.lookup(".challenge .move.ticked").isEmpty());
        assertTrue(text(".challenge .counters").contains("hints 1"), text(".challenge .counters"));
        window.press(KeyCode.U);
        window.await(() -> window.lookup(".challenge .move.ticked").isEmpty());
    }

    @Test
    void aClickerTurnsPages_andTeacherNotesAreNotShownToTheRoom() {
        window.press(KeyCode.F11);
        window.await(() -> text(".caption-where").contains("Page 1 of"));
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> text(".caption-where").contains("Page 2 of"));
        assertTrue(window.ask(() -> window.lookup(".teacher-notes").isEmpty()));
        window.press(KeyCode.PAGE_UP);
        window.await(() -> text(".caption-where").contains("Page 1 of"));
        window.press(KeyCode.ESCAPE);
    }

    @Test
    void theKeyThatClosesACapture_closesALesson() {
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.await(() -> window.lookup(".lesson-name").isEmpty());
    }

    private String text(String part) {
        return window.ask(() -> window.lookup(part).isEmpty() ? "" : ((Label) window.lookup(part).getFirst()).getText());
    }
}
