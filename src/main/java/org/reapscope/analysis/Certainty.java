package org.reapscope.analysis;

import java.util.Locale;

/** How a finding is known. */
public enum Certainty {
    /** The events say so. */
    CERTAIN,
    /** The events fit nothing else, but what is claimed has no event of its own; the text says what was inferred. */
    INFERRED,
    /** It turns on the order of events of different CPUs that the clock cannot tell apart. */
    ORDER_UNKNOWN;

    /** For programs and reports: {@code order-unknown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
