package org.reapscope.analysis;

import java.util.Locale;

/** What the signal did that an episode begins with. */
public enum KillEffect {
    /** The process died of it, or is dying. */
    FATAL,
    /** The process had been exiting before the signal came: nothing changed by it. */
    ALREADY_EXITING,
    /** {@code res=1}, and the trace does not show the process die: it was dying already, or cannot be killed. */
    IGNORED,
    /** The trace does not show that the process died of it. */
    NOT_FATAL,
    /** No signal is in the trace; somebody asked for the memory of the process. */
    NOT_SEEN;

    /** Whether the signal killed. */
    public boolean killed() {
        return this == FATAL;
    }

    /** For programs and reports: {@code already-exiting}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
