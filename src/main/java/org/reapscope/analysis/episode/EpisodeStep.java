package org.reapscope.analysis.episode;

/**
 * One step of a kill.
 *
 * @param title what happened, in few words
 * @param detail by whom, or how many
 * @param row its event, -1 where the trace has none
 * @param sinceKillNs its time after the kill; meaningless without a row
 * @param kind how it is marked
 */
public record EpisodeStep(String title, String detail, int row, long sinceKillNs, Kind kind) {

    /** How a step is marked. */
    public enum Kind {
        /** On the way to freeing the memory. */
        WAY,
        /** From here on process_mrelease can only fail. */
        DANGER,
        /** It failed. */
        FAILURE,
        /** Memory comes back. */
        RELIEF
    }
}
