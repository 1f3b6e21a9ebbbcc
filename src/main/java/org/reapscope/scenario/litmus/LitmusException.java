package org.reapscope.scenario.litmus;

/** A statement or expression of a litmus program cannot be understood; the message says where and how to mend it. */
public final class LitmusException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LitmusException(String message) {
        super(message);
    }
}
