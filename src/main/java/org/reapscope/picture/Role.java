package org.reapscope.picture;

import java.util.Locale;

/** What a colour is for. The colours themselves stand only in {@code css/tokens-*.css}. */
public enum Role {
    BG, TEXT, TEXT_DIM, ACCENT,
    LANE_BG, LANE, LANE_OUTLINE, GRID, INK_DARK, INK_LIGHT,
    RUNNING, RUNNABLE, EXITING, SLEEPING, DEAD, STOPPED, IO_WAIT, LOCK_WAIT, UNKNOWN,
    LOCK_READ, LOCK_WRITE, LOCK_FAILED,
    RSS_ANON, RSS_FILE, RSS_SHMEM, RSS_SWAP,
    VMA_ANON, VMA_FILE, VMA_OTHER, VMA_GATHERED, VMA_FREE, WALK_EXIT, WALK_REAPER,
    SIGNAL, SIGNAL_LOST,
    SEVERE, WARNING, NOTICE, INFO, ESRCH, ESRCH_SHADE,
    OVERVIEW, OVERVIEW_WINDOW;

    private final String token = "-rs-" + name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The looked-up colour of the style sheets: {@code -rs-lock-wait}. */
    public String token() {
        return token;
    }
}
