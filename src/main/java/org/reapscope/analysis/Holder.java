package org.reapscope.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A task outside a victim that had its mm_users, as far as events show it: no event marks mmget or mmput. Who takes the
 * mmap_lock of a foreign mm holds mm_users meanwhile, but for process_mrelease and the OOM reaper, to whom mm_count suffices.
 *
 * @param task task id
 * @param label its {@code comm-tid}
 * @param from its first mmap_lock event on the mm within the window, or its last one before; it may have held it for longer
 * @param to its last sign of life with the mm: a lock event, or the begin of the teardown where it ran that
 * @param atMost the first event after which it cannot hold what it held at {@code to} any more; null if it may for ever
 * @param last whether it dropped the last reference
 */
public record Holder(int task, String label, Moment from, Moment to, @Nullable Moment atMost, boolean last) {}
