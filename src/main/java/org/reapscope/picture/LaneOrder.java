package org.reapscope.picture;

/** In which order the tasks of a timeline stand. Threads of one process always stand together, its leader first. */
public enum LaneOrder {
    /** Who kills, who dies, who else takes part. */
    STORY,
    /** Whose first event is earlier. */
    FIRST_EVENT,
    /** By name, then by number. */
    NAME,
    /** Who ran longest first. */
    BUSY;

    /** The one after this, round at the end. */
    public LaneOrder next() {
        LaneOrder[] all = values();
        return all[(ordinal() + 1) % all.length];
    }
}
