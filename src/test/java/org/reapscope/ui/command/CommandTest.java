package org.reapscope.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reapscope.document.settings.KeyboardLayout;
import org.reapscope.document.settings.Settings;

final class CommandTest {

    @ParameterizedTest
    @EnumSource(KeyboardLayout.class)
    void noKeyBelongsToTwoCommands(KeyboardLayout layout) {
        Keymap keymap = new Keymap(Settings.DEFAULT.withLayout(layout));
        Map<Keystroke, Command> owners = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Command command : Command.values()) {
            for (Keystroke stroke : keymap.of(command)) {
                Command other = owners.put(stroke, command);
                if (other != null) {
                    twice.add(stroke + ": " + other + ", " + command);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyUsualKeyIsWrittenAsKeysAre() {
        assertEquals(List.of(), Stream.of(Command.values()).flatMap(c -> c.keys().stream())
                .filter(k -> Keystroke.parse(k).map(Keystroke::notation).filter(k::equals).isEmpty()).toList());
    }

    @ParameterizedTest
    @EnumSource(KeyboardLayout.class)
    void noCommandLosesItsKeyToALayout(KeyboardLayout layout) {
        Keymap keymap = new Keymap(Settings.DEFAULT.withLayout(layout));
        assertEquals(List.of(), Stream.of(Command.values())
                .filter(c -> !c.keys().isEmpty() && keymap.of(c).isEmpty()).toList());
    }

    @Test
    void azertyMovesWithZqsd() {
        Keymap keymap = new Keymap(Settings.DEFAULT.withLayout(KeyboardLayout.AZERTY));
        assertEquals(Optional.of(Command.ZOOM_IN), keymap.commandOf(press("z", KeyCode.Z, false, false)));
        assertEquals(Optional.of(Command.PAN_LEFT), keymap.commandOf(press("q", KeyCode.Q, false, false)));
    }

    @Test
    void aKeyOfTheUsersOwnIsTakenFromWhoeverHadIt() {
        Keymap keymap = new Keymap(Settings.DEFAULT.withKey("NOTE", "F"));
        assertEquals(Optional.of(Command.NOTE), keymap.commandOf(press("f", KeyCode.F, false, false)));
        assertEquals(List.of(), keymap.of(Command.FOCUS_SELECTION));
        assertEquals(Optional.empty(), keymap.commandOf(press("m", KeyCode.M, false, false)));
    }

    @Test
    void punctuationIsHeardWhereverTheKeyboardHasIt() {
        Keymap keymap = new Keymap(Settings.DEFAULT);
        assertEquals(Optional.of(Command.SHORTCUTS), keymap.commandOf(press("?", KeyCode.SLASH, true, false)));
        assertEquals(Optional.of(Command.SHORTCUTS), keymap.commandOf(press("?", KeyCode.COMMA, true, false)));
        assertEquals(Optional.of(Command.SEARCH), keymap.commandOf(press("/", KeyCode.SLASH, false, false)));
    }

    @Test
    void modifiersTellCommandsApart() {
        Keymap keymap = new Keymap(Settings.DEFAULT);
        assertEquals(Optional.of(Command.PIN_LANE), keymap.commandOf(press("p", KeyCode.P, false, false)));
        assertEquals(Optional.of(Command.FIND_ROW), keymap.commandOf(press("p", KeyCode.P, false, true)));
        assertEquals(Optional.of(Command.COMMANDS), keymap.commandOf(press("P", KeyCode.P, true, true)));
    }

    @Test
    void fewLettersFindACommand_andWordStartsCountMost() {
        assertTrue(FuzzyMatch.score("zi", "Zoom in") > FuzzyMatch.score("zi", "Horizontal grid"));
        assertTrue(FuzzyMatch.score("next find", "Next finding") > 0);
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("zx", "Zoom in"));
        assertFalse(FuzzyMatch.score("oo", "Zoom out") == FuzzyMatch.NONE);
    }

    private static KeyEvent press(String text, KeyCode code, boolean shift, boolean shortcut) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, shortcut, false, false);
    }
}
