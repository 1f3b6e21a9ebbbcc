package org.reapscope.kernel.text;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;

/** What a member of a struct is in the machine. */
sealed interface Member {

    /**
     * A field.
     *
     * @param type of its value
     * @param per what its second index counts; null if it has none
     */
    record Stored(Field field, Type type, @Nullable Dim per) implements Member {}

    /** A lock. */
    record Locked(Lock lock) implements Member {}
}
