package org.reapscope.kernel.text;

/** A change of kernel text that cannot be read or made; the message says what, where, and what is there instead. */
public final class TextPatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TextPatchException(String problem) {
        super(problem);
    }
}
