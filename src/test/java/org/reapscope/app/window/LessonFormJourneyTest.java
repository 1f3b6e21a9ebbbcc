package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.lesson.LessonFile;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.lesson.edit.LessonEditor;
import org.testfx.api.FxToolkit;

/** A teacher writes a lesson. */
final class LessonFormJourneyTest {

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openForm() {
        window = new OpenWindow(folder.resolve("config"));
        window.run(() -> window.context().commands().run(Command.NEW_LESSON));
        window.await(() -> !window.lookup(".lesson-editor").isEmpty());
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aTitleIsTypedWithoutLosingTheCaret_savedAndReadAgain() throws Exception {
        window.run(() -> {
            TextField title = title();
            title.requestFocus();
            title.selectAll();
        });
        window.write("Who waits");
        assertEquals("Who waits", window.ask(() -> editor().draft().lesson().get().title()));
        window.await(() -> window.lookup(".form-verdict .good").size() == 1);
        Path file = folder.resolve("who-waits.json");
        assertTrue(window.ask(() -> editor().saveTo(file)));
        assertEquals("Who waits", LessonFile.read(file).title());
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.await(() -> window.lookup(".lesson-editor").isEmpty());
    }

    @Test
    void aLessonIsNotSavedOverTheScenarioThatIsOpen() throws Exception {
        Path scenario = Files.copy(Path.of("samples/scenarios/kill-then-mrelease.json"), folder.resolve("race.json"));
        LessonEditor form = window.ask(this::editor);
        window.run(() -> window.main().open(List.of(scenario)));
        window.await(() -> window.context().jobs().running().get() == 0);
        assertFalse(window.ask(() -> form.saveTo(scenario)));
        assertEquals(-1, Files.mismatch(Path.of("samples/scenarios/kill-then-mrelease.json"), scenario));
        assertTrue(window.ask(() -> form.saveTo(folder.resolve("lesson.json"))));
    }

    @Test
    void whatIsNotSavedIsAskedAbout_beforeItGoes() {
        window.run(() -> title().setText("Half a lesson"));
        window.run(() -> window.context().commands().run(Command.CLOSE_CAPTURE));
        window.await(() -> question().contains("not saved"));
        assertFalse(window.ask(() -> window.lookup(".lesson-editor").isEmpty()), "it is still there");
        window.run(() -> window.lookup(".form-bar .button").stream().map(Button.class::cast)
                .filter(b -> b.getText().equals("Throw them away")).findFirst().orElseThrow().fire());
        window.await(() -> window.lookup(".lesson-editor").isEmpty());
        assertTrue(window.ask(() -> window.lookup(".form-bar").isEmpty()));
    }

    private String question() {
        return ((Label) window.lookup(".form-bar .label").getFirst()).getText();
    }

    private TextField title() {
        return (TextField) window.lookup(".form-side .text-field").getFirst();
    }

    private LessonEditor editor() {
        return (LessonEditor) window.lookup(".lesson-editor").getFirst();
    }
}
