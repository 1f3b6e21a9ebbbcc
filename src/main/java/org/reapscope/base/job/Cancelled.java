package org.reapscope.base.job;

/** Thrown out of work that somebody has cancelled. Not an error: nothing is shown for it. */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A cancellation is control flow, so it carries no stack trace. */
    public Cancelled() {
        super("cancelled", null, false, false);
    }
}
