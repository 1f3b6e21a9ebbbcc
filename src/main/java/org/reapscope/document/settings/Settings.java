package org.reapscope.document.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is remembered from one start to the next. Immutable.
 *
 * @param theme the look
 * @param textPercent size of the whole interface, 100 to 300
 * @param layout the keyboard that keys are chosen for
 * @param keys keys of the user's own by name of command ("Ctrl+Shift+P", "W", "["); empty text for none
 * @param window where the window was
 * @param recent files opened last, the last first, at most {@link #RECENT}
 * @param hints whether choices tell which outcomes they keep possible
 * @param panes how the panes around a picture are arranged
 * @param lanes how the lanes of timelines are
 */
public record Settings(Theme theme, int textPercent, KeyboardLayout layout, Map<String, String> keys, WindowPlace window,
        List<Path> recent, boolean hints, PaneLayout panes, LaneLook lanes) {

    /** How many files are remembered. */
    public static final int RECENT = 12;
    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 300;

    /** What a first start has. */
    public static final Settings DEFAULT =
            new Settings(Theme.DARK, 100, KeyboardLayout.QWERTY, Map.of(), WindowPlace.FIRST, List.of(), true, PaneLayout.USUAL, LaneLook.USUAL);

    public Settings {
        textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
        keys = Map.copyOf(keys);
        window = window.usable();
        recent = recent.stream().distinct().limit(RECENT).toList();
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, textPercent, layout, keys, window, recent, hints, panes, lanes);
    }

    public Settings withTextPercent(int percent) {
        return new Settings(theme, percent, layout, keys, window, recent, hints, panes, lanes);
    }

    public Settings withLayout(KeyboardLayout newLayout) {
        return new Settings(theme, textPercent, newLayout, keys, window, recent, hints, panes, lanes);
    }

    public Settings withKey(String command, String key) {
        Map<String, String> changed = new TreeMap<>(keys);
        changed.put(command, key);
        return new Settings(theme, textPercent, layout, changed, window, recent, hints, panes, lanes);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(theme, textPercent, layout, keys, place, recent, hints, panes, lanes);
    }

    /** The same, with this file in front of the recent ones. */
    public Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent.size() + 1);
        files.add(file);
        files.addAll(recent);
        return new Settings(theme, textPercent, layout, keys, window, files, hints, panes, lanes);
    }

    public Settings withoutRecent(Path file) {
        return new Settings(theme, textPercent, layout, keys, window, recent.stream().filter(f -> !f.equals(file)).toList(),
                hints, panes, lanes);
    }

    public Settings withHints(boolean shown) {
        return new Settings(theme, textPercent, layout, keys, window, recent, shown, panes, lanes);
    }

    public Settings withPanes(PaneLayout layoutOfPanes) {
        return new Settings(theme, textPercent, layout, keys, window, recent, hints, layoutOfPanes, lanes);
    }

    public Settings withLanes(LaneLook look) {
        return new Settings(theme, textPercent, layout, keys, window, recent, hints, panes, look);
    }
}
