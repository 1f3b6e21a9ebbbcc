package org.reapscope.ui.command;

import java.util.Locale;

/** The menus, in their order. */
public enum Category {
    FILE,
    EDIT,
    EXPORT,
    VIEW,
    GO,
    TIMELINE,
    RUN,
    LESSON,
    MARK,
    HELP;

    /** Key of its name in the messages. */
    public String textKey() {
        return "category." + name().toLowerCase(Locale.ROOT);
    }
}
