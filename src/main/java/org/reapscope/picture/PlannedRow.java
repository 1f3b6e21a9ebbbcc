package org.reapscope.picture;


/**
 * A row of the timeline and what can be done with it.
 *
 * @param key the same row has the same key when the file is read again; see {@link org.reapscope.trace.lane.LaneKey}
 * @param row what is drawn
 * @param kind what it is for
 */
public record PlannedRow(String key, Row row, Kind kind) {

    /** What a row is for. */
    public enum Kind {
        /** The time axis. */
        RULER,
        /** A title over other rows. */
        HEADING,
        /** Lanes: can be selected, pinned and hidden. */
        LANES,
        /** Stands for rows that are folded away; a click unfolds them, or folds them again. */
        FOLD,
        /** The whole trace. */
        OVERVIEW
    }

    /** What the row is about. */
    public Subject subject() {
        return new Subject(row.lanes());
    }
}
