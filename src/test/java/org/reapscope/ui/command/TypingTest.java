package org.reapscope.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reapscope.document.settings.Settings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Which keys act while somebody types. */
@ExtendWith(ApplicationExtension.class)
final class TypingTest {

    private final List<Command> done = new ArrayList<>();

    @Start
    void open(Stage stage) {
        TextField field = new TextField();
        field.setId("field");
        Scene scene = new Scene(field, 200, 60);
        Commands commands = new Commands();
        commands.useKeymap(new Keymap(Settings.DEFAULT.withKey("NOTE", "F9").withKey("ZOOM_IN", "W")));
        commands.bind(Command.NOTE, () -> done.add(Command.NOTE));
        commands.bind(Command.ZOOM_IN, () -> done.add(Command.ZOOM_IN));
        commands.listenTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aFunctionKeyActs_aLetterIsTyped(FxRobot robot) {
        robot.clickOn("#field").type(KeyCode.F9).type(KeyCode.W);
        assertEquals(List.of(Command.NOTE), done);
        assertEquals("w", robot.lookup("#field").queryAs(TextField.class).getText());
    }
}
