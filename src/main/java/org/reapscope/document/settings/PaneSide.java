package org.reapscope.document.settings;

import java.util.Locale;

/** A pane beside a picture. */
public enum PaneSide {
    TASKS,
    INSPECTOR,
    TABLES,
    /** The column of lane names, in the picture itself; of its usual size it is as wide as the names. */
    NAMES;

    /** Its name in the settings file. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
