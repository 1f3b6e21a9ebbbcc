package org.reapscope.explore;

/** Whether something happens. */
public enum Verdict {
    /** On no schedule. */
    NEVER,
    /** On some schedules and not on others; or on some, where nobody asked about the others. */
    POSSIBLE,
    /** On every schedule that goes on to its end. */
    ALWAYS,
    /** Not found, but not everything was looked at. */
    UNKNOWN
}
