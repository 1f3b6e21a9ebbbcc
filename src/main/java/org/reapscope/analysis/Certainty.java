package org.reapscope.analysis;

import java.util.Locale;

/** How a finding is known. */
public enum Certainty {
    /** The events say so. */
    CERTAIN("Certain: the events say so."),
    /** The events fit nothing else, but what is claimed has no event of its own; the text says what was inferred. */
    INFERRED("Inferred: the events fit nothing else, but what is claimed has no event of its own."),
    /** It turns on the order of events of different CPUs that the clock cannot tell apart. */
    ORDER_UNKNOWN("Order unknown: it turns on events of different CPUs that the clock cannot tell apart.");

    private final String inFull;

    Certainty(String inFull) {
        this.inFull = inFull;
    }

    /** For people: {@code order unknown}. */
    public String title() {
        return id().replace('-', ' ');
    }

    /** For somebody who wants to know what that means. */
    public String inFull() {
        return inFull;
    }

    /** For programs: {@code order-unknown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
