package org.reapscope.app.window;

import java.util.Locale;

/** Whether a window can be shown. */
public final class Display {

    private Display() {}

    /** On Linux and its like a window needs an X server, or Wayland with one; elsewhere there always is a display. */
    public static boolean isThere() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean alwaysThere = system.contains("win") || system.contains("mac");
        return alwaysThere || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
