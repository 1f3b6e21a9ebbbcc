package org.reapscope.kernel.expr;

/** A machine that cannot be built or a step that cannot be taken because the model is wrong. Fit to be shown. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong, where, and how to mend it. */
    public ModelException(String message) {
        super(message);
    }
}
