package org.reapscope.trace.lane;

/**
 * Somebody who kept a waiter of an rwsem waiting.
 *
 * @param span the blocking span, in the waiter's lane
 * @param role why it blocks
 * @param fromRow where the waiter begins to be blocked by it
 * @param toRow where it no longer is
 */
public record Blocker(int span, Role role, int fromRow, int toRow) {

    /** Why a span keeps another from the lock. */
    public enum Role {
        /** It holds the lock, and one of the two wants to write. Certain. */
        HOLDER,
        /** It waits to write, and has waited for longer; the kernel lets no reader pass it. Inferred. */
        QUEUED_WRITER
    }
}
