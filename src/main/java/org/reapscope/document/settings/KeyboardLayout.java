package org.reapscope.document.settings;

import java.util.Map;

/**
 * Where the keys are. The commands' own keys suit QWERTY; the others say which commands take another key so that the
 * fingers stay where they were (moving and zooming, stepping, brackets). Names of commands are those of
 * {@code Command}; keys as in {@link Settings#keys}.
 */
public enum KeyboardLayout {
    QWERTY(Map.of()),
    AZERTY(Map.ofEntries(
            Map.entry("ZOOM_IN", "Z"), Map.entry("PAN_LEFT", "Q"), Map.entry("ZOOM_TO_RANGE", "W"),
            Map.entry("NEXT_EVENT_ALIAS", ":"), Map.entry("PREVIOUS_EVENT_ALIAS", ";"),
            Map.entry("FOLLOW_CAUSE", "("), Map.entry("FOLLOW_EFFECT", ")"))),
    DVORAK(Map.ofEntries(
            Map.entry("ZOOM_IN", ","), Map.entry("ZOOM_OUT", "O"), Map.entry("PAN_RIGHT", "E"),
            Map.entry("ZOOM_TO_RANGE", ";"), Map.entry("NEXT_EVENT_ALIAS", "V"), Map.entry("PREVIOUS_EVENT_ALIAS", "W")));

    private final Map<String, String> keys;

    KeyboardLayout(Map<String, String> keys) {
        this.keys = keys;
    }

    /** The keys that differ from the commands' own, by name of command. */
    public Map<String, String> keys() {
        return keys;
    }
}
