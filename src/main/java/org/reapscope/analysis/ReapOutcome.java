package org.reapscope.analysis;

import java.util.Locale;

/** What a process_mrelease call came to. */
public enum ReapOutcome {
    /** It returned 0 and freed memory. */
    REAPED,
    /** It returned 0 but found nothing to free. */
    NOTHING_LEFT,
    /** -ESRCH while memory was still there. */
    ESRCH_HARMFUL,
    /** -ESRCH when all was free already. */
    ESRCH_BENIGN,
    /** -EINVAL: bad arguments, or somebody who is not dying shares the mm. */
    EINVAL,
    /** -EINTR: the caller got a fatal signal while it waited for mmap_lock. */
    EINTR,
    /** -EAGAIN: some VMA could not be reaped without blocking. */
    EAGAIN,
    /** Anything else. */
    OTHER;

    /** For programs: {@code esrch-harmful}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
