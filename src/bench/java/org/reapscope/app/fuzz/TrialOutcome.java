package org.reapscope.app.fuzz;

/**
 * What came of opening a file.
 *
 * @param result how it went
 * @param message the complaint or the fault; empty if it opened
 */
record TrialOutcome(Result result, String message) {

    /** How opening a file went. */
    enum Result {
        /** There was something in it to show. */
        OPENED,
        /** It was refused in one clear line. */
        REFUSED,
        /** The program broke a promise. */
        FAULT
    }

    static final TrialOutcome OPENED = new TrialOutcome(Result.OPENED, "");

    static TrialOutcome fault(String message) {
        return new TrialOutcome(Result.FAULT, message);
    }
}
