package org.reapscope.explore.report;

import org.reapscope.explore.graph.Lamp;

/** Whether something is bad news, good news, or still open. */
public enum Tone {
    BAD, OPEN, GOOD;

    /** What a lamp says about a property. */
    public static Tone of(Lamp lamp, String property) {
        boolean good = PropertyText.good(property);
        return switch (lamp) {
            case CERTAIN -> good ? GOOD : BAD;
            case POSSIBLE, UNKNOWN -> OPEN;
            case IMPOSSIBLE -> good ? BAD : GOOD;
        };
    }

    /** The name of its style class. */
    public String style() {
        return switch (this) {
            case BAD -> "bad";
            case OPEN -> "open";
            case GOOD -> "good";
        };
    }
}
