package org.reapscope.document.settings;

import java.util.Locale;

/** The four looks. Each is one file of tokens, {@code css/tokens-ID.css}. */
public enum Theme {
    DARK,
    LIGHT,
    CONTRAST,
    PRINT;

    /** As written in settings, on the command line and in file names: {@code dark}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The next one round. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
