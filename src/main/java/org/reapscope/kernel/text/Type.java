package org.reapscope.kernel.text;

import org.reapscope.kernel.expr.Dim;

/** What a value of the text is. */
sealed interface Type {

    /** A number. */
    record Number() implements Type {}

    /** 0 or 1. */
    record Truth() implements Type {}

    /** An {@link org.reapscope.kernel.ReturnValue} code. */
    record ReturnCode() implements Type {}

    /** NULL by itself, which any pointer may be. */
    record Null() implements Type {}

    /** Where something is. */
    record Pointer(Dim to, Encoding encoding) implements Type {}

    /** How a place is stored. */
    enum Encoding {
        /** The index itself. */
        INDEX,
        /** 0 for NULL, or one more than the index. */
        NULLABLE,
        /** The index, or how many there are for past the last one. */
        CURSOR
    }

    Type NUMBER = new Number();
    Type TRUTH = new Truth();
    Type RETURN_CODE = new ReturnCode();
    Type NULL = new Null();

    /** The place of something that is there. */
    static Type place(Dim to) {
        return new Pointer(to, Encoding.INDEX);
    }
}
