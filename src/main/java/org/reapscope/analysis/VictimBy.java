package org.reapscope.analysis;

import java.util.Locale;

/** How it is known which process a process_mrelease call was about. A pidfd has no event that says whom it names. */
public enum VictimBy {
    /** It locked the mm of the process. */
    MM_LOCK("it locked its mm", Certainty.CERTAIN),
    /** It locked the mm of the process before anything shows that the call was over. */
    MM_LOCK_OPEN_END("it locked its mm if the call still ran", Certainty.INFERRED),
    /** pidfd_open made that pidfd for the process, or pidfd_send_signal reached the process by it, in the same file table. */
    PIDFD("by its pidfd", Certainty.CERTAIN),
    /** The same, or it locked the mm of the process in another call, but events are missing that would show the number used again. */
    PIDFD_REUSED("by what its pidfd last named", Certainty.INFERRED),
    /** pidfd_send_signal reached the process by that pidfd, but only after the call. */
    PIDFD_LATER("by what its pidfd named afterwards", Certainty.INFERRED),
    /** The caller's process has one child made with CLONE_PIDFD, and no other pidfd is that child's. */
    CLONE_PIDFD("the only child whose clone made a pidfd", Certainty.INFERRED),
    /** The trace does not tell. */
    UNKNOWN("unknown", Certainty.INFERRED);

    private final String words;
    private final Certainty certainty;

    VictimBy(String words, Certainty certainty) {
        this.words = words;
        this.certainty = certainty;
    }

    /** For people, in brackets behind a claim. */
    public String words() {
        return words;
    }

    /** How sure it makes what is said of the process. */
    public Certainty certainty() {
        return certainty;
    }

    /** For programs: {@code mm-lock}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
