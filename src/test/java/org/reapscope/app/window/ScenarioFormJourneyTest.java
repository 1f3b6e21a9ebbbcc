package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.scenario.ScenarioEditor;
import org.testfx.api.FxToolkit;

/** Somebody writes a scenario of their own. */
final class ScenarioFormJourneyTest {

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
        window.run(() -> window.context().commands().run(Command.NEW_SCENARIO));
        window.await(() -> !window.lookup(".form-page").isEmpty());
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void threadsAreTyped_theMachineAnswers_andTheFileIsStepped() throws Exception {
        window.await(() -> window.lookup(".form-verdict .good").size() == 1);
        type("2", "3");
        assertTrue(window.ask(() -> editor().draft().draft().value().get()).contains("\"threads\" : 3")
                || window.ask(() -> editor().draft().draft().value().get()).contains("\"threads\": 3"));
        window.await(() -> window.lookup(".form-verdict .good").size() == 1);
        Path file = folder.resolve("mine.json");
        assertTrue(window.ask(() -> editor().saveTo(file)));
        assertEquals(3, ScenarioFile.read(file).processes().getFirst().threads());
        window.run(() -> window.main().open(List.of(file)));
        window.await(() -> !window.lookup(".run-tasks").isEmpty());
    }

    @Test
    void aMistakeStandsAtItsField_andUndoTakesItBack() {
        type("2", "99");
        window.await(() -> window.lookup(".text-field.wrong").size() == 1);
        assertTrue(window.lookup(".form-verdict .problem").size() == 1);
        window.run(() -> editor().undo(false));
        window.run(() -> editor().undo(false));
        window.await(() -> window.lookup(".text-field.wrong").isEmpty() && window.lookup(".form-verdict .good").size() == 1);
    }

    @Test
    void whatIsTypedAsTextIsInTheForm() {
        window.run(() -> editor().draft().draft().change(editor().draft().draft().value().get().replace("\"victim\"", "\"app\"")));
        window.run(() -> editor().undo(false));
        window.run(() -> editor().undo(true));
        window.await(() -> window.lookup(".text-field").stream().anyMatch(f -> f instanceof TextField field && field.getText().equals("app")));
    }

    /** Types into the field that shows {@code was}. */
    private void type(String was, String text) {
        window.run(() -> window.lookup(".form .text-field").stream().map(TextField.class::cast).filter(f -> f.getText().equals(was)).findFirst().ifPresent(f -> {
            f.requestFocus();
            f.selectAll();
        }));
        window.write(text);
    }

    private ScenarioEditor editor() {
        return (ScenarioEditor) window.lookup(".lesson-editor").iterator().next();
    }
}
