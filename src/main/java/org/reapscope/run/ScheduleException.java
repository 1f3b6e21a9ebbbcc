package org.reapscope.run;

/** A schedule that cannot be read, or cannot be run on this machine; the message says where and how to mend it. */
public final class ScheduleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ScheduleException(String message) {
        super(message);
    }
}
