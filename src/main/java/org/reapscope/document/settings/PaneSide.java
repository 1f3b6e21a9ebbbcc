package org.reapscope.document.settings;

import java.util.Locale;

/** A pane beside a picture. */
public enum PaneSide {
    TASKS,
    INSPECTOR,
    TABLES;

    /** Its name in the settings file. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
