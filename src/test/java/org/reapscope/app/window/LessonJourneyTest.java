package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.reapscope.ui.command.Command;
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

    @Test
    void f8GoesToTheNextThingThatIsNotDone_andCtrlZTakesBackAStepOfTheChallenge() {
        window.press(KeyCode.F8);
        window.await(() -> window.lookup(".question").getFirst().isFocusWithin() && !window.lookup(".question .option").isEmpty());
        window.press(KeyCode.DIGIT1);
        window.await(() -> !window.lookup(".question .verdict").isEmpty());
        window.press(KeyCode.F8);
        window.await(() -> window.lookup(".question").get(1).isFocusWithin());
        String page = text(".page-title");
        window.press(KeyCode.F8);
        window.await(() -> !text(".page-title").equals(page) && window.lookup(".question").getFirst().isFocusWithin());
        for (int questions = window.lookup(".question").size(); questions > 0; questions--) {
            window.press(KeyCode.F8);
        }
        window.await(() -> window.lookup(".challenge").getFirst().isFocusWithin() && !window.lookup(".challenge .move").isEmpty());
        assertFalse(window.ask(() -> window.context().commands().enabled(Command.UNDO).get()), "nothing was done yet");
        window.press(KeyCode.DIGIT1);
        window.await(() -> text(".challenge .counters").contains("Steps 1"));
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> text(".challenge .counters").contains("Steps 0"));
    }

    @Test
    void f5ReadsTheLessonAgain_andKeepsThePageAndTheAnswers() throws Exception {
        Path own = Files.createDirectories(folder.resolve("lessons")).resolve("own.json");
        Files.copy(Path.of("samples/lessons/01-threads-and-locks.json"), own);
        for (String scenario : List.of("lost-update", "locked-update")) {
            Files.copy(Path.of("samples/scenarios/litmus", scenario + ".json"),
                    Files.createDirectories(folder.resolve("scenarios/litmus")).resolve(scenario + ".json"));
        }
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.await(() -> window.lookup(".lesson-name").isEmpty());
        window.run(() -> window.main().open(List.of(own)));
        window.await(() -> !window.lookup(".lesson-name").isEmpty());
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !window.lookup(".question .option").isEmpty());
        window.press(KeyCode.DIGIT1);
        window.await(() -> !window.lookup(".question .verdict").isEmpty());
        String title = text(".page-title");
        String name = text(".lesson-name");
        Files.writeString(own, Files.readString(own).replace(name, name + " (second edition)"));
        window.press(KeyCode.F5);
        window.await(() -> text(".lesson-name").endsWith("(second edition)"));
        assertEquals(title, text(".page-title"));
        assertTrue(window.ask(() -> !window.lookup(".question .verdict").isEmpty()), "what was answered stays answered");
    }

    @Test
    void f6GoesFromTheTextToWhatItSpeaksOf_andCtrlBLeavesItTheRoom() {
        window.press(KeyCode.PAGE_DOWN);
        window.await(() -> !window.lookup(".exhibit-tools").isEmpty());
        window.press(KeyCode.F6);
        window.await(() -> window.lookup(".exhibit").getFirst().isFocusWithin());
        window.press(KeyCode.F6);
        window.await(() -> !window.lookup(".exhibit").getFirst().isFocusWithin());
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.await(() -> window.lookup(".page-title").isEmpty());
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.await(() -> !window.lookup(".page-title").isEmpty());
    }

    private String text(String part) {
        return window.ask(() -> window.lookup(part).isEmpty() ? "" : ((Label) window.lookup(part).getFirst()).getText());
    }
}
