package org.reapscope.kernel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a task cannot take its next step.
 *
 * @param lock the lock it wants, or null if it waits for something else
 * @param index which lock of that kind
 * @param mode how it wants it
 * @param waits how it waits
 * @param holders the tasks that have the lock
 * @param ahead the tasks before it in the lock's queue, first one first
 */
public record Blocked(@Nullable Lock lock, int index, Lock.Mode mode, Wait waits, List<Integer> holders,
        List<Integer> ahead) {

    /** Keeps copies. */
    public Blocked {
        holders = List.copyOf(holders);
        ahead = List.copyOf(ahead);
    }
}
