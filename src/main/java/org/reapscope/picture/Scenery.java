package org.reapscope.picture;

import org.reapscope.trace.lane.Lanes;

/**
 * What a timeline shows, wherever it is scrolled and zoomed to. Immutable.
 *
 * @param lanes the lanes of the trace
 * @param episode what the rows are chosen for
 * @param rows what can be done with the rows
 * @param picture the same rows as they are drawn, with marks and bands
 */
public record Scenery(Lanes lanes, KillScene episode, Rows rows, Picture picture) {}
