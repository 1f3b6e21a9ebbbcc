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

    /** What it means for the memory: {@code memory still there}; empty for {@link #OTHER}. */
    public String inWords() {
        return switch (this) {
            case REAPED -> "memory came back";
            case NOTHING_LEFT -> "nothing was left";
            case ESRCH_HARMFUL -> "memory still there";
            case ESRCH_BENIGN -> "memory already free";
            case EINVAL -> "shared mm, or not dying";
            case EINTR -> "the caller was killed";
            case EAGAIN -> "part of it would block";
            case OTHER -> "";
        };
    }
}
