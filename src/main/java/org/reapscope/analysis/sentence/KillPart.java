package org.reapscope.analysis.sentence;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Reap;

/**
 * The part that an event plays in a kill.
 *
 * @param kill which kill
 * @param part which part
 * @param reap the process_mrelease call, where the part belongs to one
 */
record KillPart(Kill kill, Part part, @Nullable Reap reap) {

    /** In brackets how it is inferred whose call it is; empty where it is certain, or no call. */
    String reapDoubt() {
        return reap == null ? "" : reap.doubt();
    }

    enum Part {
        KILLED,
        DELIVERED,
        EXITED,
        /** task->mm of one thread became NULL. */
        MM_NULL,
        REAP_ENTERED,
        REAP_ASKED,
        REAP_LOCKED,
        REAP_RELEASED,
        REAP_EXITED,
        TEARDOWN_BEGAN,
        UNMAPPED,
        WRITE_ASKED,
        WRITE_LOCKED,
        TORN_DOWN
    }
}
