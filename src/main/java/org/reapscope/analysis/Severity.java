package org.reapscope.analysis;

import java.util.Locale;

/** How much a finding matters to somebody who waits for memory. In rising order. */
public enum Severity {
    /** Explains the trace. */
    INFO,
    /** Costs something, or nearly did. */
    NOTICE,
    /** Delays the teardown, or blocks who wants to help. */
    WARNING,
    /** Memory was asked back and did not come. */
    SEVERE;

    /** For people: {@code severe}. */
    public String title() {
        return id().replace('-', ' ');
    }

    /** For programs: {@code severe}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
