package org.reapscope.kernel;

import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/** A kind of lock: the fields that say who has it. There is one lock for each index of {@link #holder}'s dimension. */
public sealed interface Lock permits SpinLock, RwLock {

    /** The kernel's word: {@code mmap_lock}. */
    String name();

    /** Who holds it exclusively, as a task plus one. */
    Field holder();

    /** How a step asks for a lock. */
    enum Mode { READ, WRITE }

    /** What a step does with a lock. */
    enum Act {
        /** Takes it, or cannot be taken as long as others have it. */
        ACQUIRE,
        /** Takes it if it is free; joins the queue otherwise. Always possible. */
        ACQUIRE_OR_QUEUE,
        /** Takes it when its turn in the queue has come. */
        ACQUIRE_QUEUED,
        /** Takes it if it is free, goes on without it otherwise. */
        TRY,
        /** Gives it back. */
        RELEASE
    }

    /**
     * What a step does with which lock.
     *
     * @param index which of the locks of this kind
     */
    record Action(Lock lock, Expr index, Mode mode, Act act) {}
}
