package org.reapscope.ui.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.input.KeyEvent;

import org.reapscope.document.settings.Settings;

/**
 * Which keys each command has: its own, or those of the keyboard layout, or the user's. When somebody's choice takes a
 * key from another command, that one goes without it.
 */
public final class Keymap {

    private final Map<Command, List<Keystroke>> keys = new EnumMap<>(Command.class);

    /** The keys that these settings choose. */
    public Keymap(Settings settings) {
        Map<Keystroke, Command> owners = new LinkedHashMap<>();
        for (Command command : Command.values()) {
            command.keys().forEach(k -> Keystroke.parse(k).ifPresent(stroke -> owners.put(stroke, command)));
        }
        settings.layout().keys().forEach((name, key) -> take(owners, name, key));
        settings.keys().forEach((name, key) -> take(owners, name, key));
        owners.forEach((stroke, command) -> keys.computeIfAbsent(command, c -> new ArrayList<>()).add(stroke));
    }

    /** The keys of a command; the first is the one that menus show. */
    public List<Keystroke> of(Command command) {
        return List.copyOf(keys.getOrDefault(command, List.of()));
    }

    /** The command that has the key pressed. */
    public Optional<Command> commandOf(KeyEvent event) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(k -> k.matches(event)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The key that menus show, as people write it; empty text if there is none. */
    public String display(Command command) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return of(command).stream().findFirst().map(k -> k.display(mac)).orElse("");
    }

    private static void take(Map<Keystroke, Command> owners, String name, String key) {
        for (Command command : Command.values()) {
            if (command.name().equals(name)) {
                owners.values().removeIf(c -> c == command);
                Keystroke.parse(key).ifPresent(stroke -> owners.put(stroke, command));
            }
        }
    }
}
