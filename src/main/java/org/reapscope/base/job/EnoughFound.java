package org.reapscope.base.job;

/**
 * Thrown out of work by its listener when somebody will not wait for the end but wants what was found so far. Searches end
 * with a partial result that says so; other work treats it as a failure.
 */
public final class EnoughFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** It is control flow, so it carries no stack trace. */
    public EnoughFound() {
        super("ended before the end", null, false, false);
    }
}
