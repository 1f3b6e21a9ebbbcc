package org.reapscope.document.settings;

import org.reapscope.picture.LaneOrder;

/**
 * How a person likes the lanes of every timeline.
 *
 * @param order in which order tasks stand
 * @param legend whether a legend lies over the lanes
 */
public record LaneLook(LaneOrder order, boolean legend) {

    /** What a first start has. */
    public static final LaneLook USUAL = new LaneLook(LaneOrder.STORY, false);

    public LaneLook with(LaneOrder newOrder) {
        return new LaneLook(newOrder, legend);
    }

    public LaneLook withLegend(boolean shown) {
        return new LaneLook(order, shown);
    }
}
