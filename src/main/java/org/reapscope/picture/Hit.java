package org.reapscope.picture;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.lane.LaneId;

/**
 * What lies under a point of a timeline.
 *
 * @param row index of the picture's row, -1 between rows
 * @param ns time of the point; in the overview, a time of the whole trace
 * @param lane the row's lane, null if it has none
 * @param interval the lane's interval there, -1 if none
 * @param traceRow the event that leads there: of the mark, else of the interval, -1 if none
 * @param mark a mark at the point
 * @param overview whether the point lies in the overview
 * @param gutter whether it lies in the column of lane names
 */
public record Hit(int row, long ns, @Nullable LaneId lane, int interval, int traceRow, @Nullable Mark mark,
        boolean overview, boolean gutter) {}
