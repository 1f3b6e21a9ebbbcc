package org.reapscope.ui.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key with its modifiers: {@code Shortcut+Shift+P}, {@code Shift+M}, {@code [}, {@code ?}, {@code F6}. Shortcut is
 * Command on macOS and Ctrl elsewhere. Punctuation is matched by the character typed, wherever the keyboard has it (so
 * with whatever Shift or AltGr it takes); letters, digits and named keys by key.
 *
 * @param shortcut whether Shortcut is held
 * @param shift whether Shift is held; never set for punctuation
 * @param alt whether Alt is held; never set for punctuation
 * @param key upper-case letter, digit, punctuation character, or name of a key ("Right", "F6", "Esc")
 */
public record Keystroke(boolean shortcut, boolean shift, boolean alt, String key) {

    private static final Map<String, KeyCode> NAMED = Map.ofEntries(
            Map.entry("Esc", KeyCode.ESCAPE), Map.entry("Enter", KeyCode.ENTER), Map.entry("Space", KeyCode.SPACE),
            Map.entry("Tab", KeyCode.TAB), Map.entry("Left", KeyCode.LEFT), Map.entry("Right", KeyCode.RIGHT),
            Map.entry("Up", KeyCode.UP), Map.entry("Down", KeyCode.DOWN), Map.entry("Home", KeyCode.HOME),
            Map.entry("End", KeyCode.END), Map.entry("PageUp", KeyCode.PAGE_UP),
            Map.entry("PageDown", KeyCode.PAGE_DOWN), Map.entry("Delete", KeyCode.DELETE));
    private static final Map<KeyCode, String> PUNCTUATION = Map.ofEntries(
            Map.entry(KeyCode.OPEN_BRACKET, "["), Map.entry(KeyCode.CLOSE_BRACKET, "]"), Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.COMMA, ","), Map.entry(KeyCode.SLASH, "/"), Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.SUBTRACT, "-"), Map.entry(KeyCode.EQUALS, "="), Map.entry(KeyCode.PLUS, "+"),
            Map.entry(KeyCode.ADD, "+"), Map.entry(KeyCode.SEMICOLON, ";"), Map.entry(KeyCode.COLON, ":"));

    /** Reads the notation above. Empty for text that is no key. */
    public static Optional<Keystroke> parse(String text) {
        boolean shortcut = false;
        boolean shift = false;
        boolean alt = false;
        String rest = text.strip();
        for (int plus = rest.indexOf('+'); plus > 0; plus = rest.indexOf('+')) {
            switch (rest.substring(0, plus).toLowerCase(Locale.ROOT)) {
                case "shortcut", "ctrl", "cmd" -> shortcut = true;
                case "shift" -> shift = true;
                case "alt" -> alt = true;
                default -> {
                    return Optional.empty();
                }
            }
            rest = rest.substring(plus + 1);
        }
        String key = rest.length() == 1 ? rest.toUpperCase(Locale.ROOT) : rest;
        boolean known = key.length() == 1 || NAMED.containsKey(key) || key.matches("F([1-9]|1[0-2])");
        return known ? Optional.of(new Keystroke(shortcut, shift, alt, key)) : Optional.empty();
    }

    /** Whether this is what was pressed. */
    public boolean matches(KeyEvent event) {
        if (event.isShortcutDown() != shortcut) {
            return false;
        }
        if (punctuation()) {
            return key.equals(event.getText()) || !event.isShiftDown() && key.equals(PUNCTUATION.get(event.getCode()))
                    || key.equals("?") && event.isShiftDown() && event.getCode() == KeyCode.SLASH;
        }
        return event.isShiftDown() == shift && event.isAltDown() == alt && keyName(event.getCode()).equals(key);
    }

    /** For people: {@code Ctrl+Shift+P}, {@code ⌘⇧P} on macOS. */
    public String display(boolean mac) {
        String name = switch (key) {
            case "Left" -> "←";
            case "Right" -> "→";
            case "Up" -> "↑";
            case "Down" -> "↓";
            default -> key;
        };
        return mac ? (alt ? "⌥" : "") + (shift ? "⇧" : "") + (shortcut ? "⌘" : "") + name
                : (shortcut ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + name;
    }

    /** The notation that {@link #parse} reads. */
    public String notation() {
        return (shortcut ? "Shortcut+" : "") + (shift ? "Shift+" : "") + (alt ? "Alt+" : "") + key;
    }

    /** Whether a person who types text would type this too. */
    public boolean types() {
        return !shortcut && !alt && key.length() == 1;
    }

    private boolean punctuation() {
        return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0));
    }

    private static String keyName(KeyCode code) {
        if (code.isLetterKey()) {
            return code.getName().toUpperCase(Locale.ROOT);
        }
        if (code.isDigitKey() || code.isKeypadKey() && code.getName().startsWith("Numpad ")) {
            return code.getName().substring(code.getName().length() - 1);
        }
        if (code.isFunctionKey()) {
            return code.getName();
        }
        return NAMED.entrySet().stream().filter(e -> e.getValue() == code).map(Map.Entry::getKey).findFirst().orElse("");
    }
}
