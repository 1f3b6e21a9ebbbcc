package org.reapscope.ui.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.KillScene;
import org.reapscope.picture.NameColumn;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Scenery;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;

/** What a lane's name does not say: the rest of it where it is cut, the address of what it is about. */
final class LaneNames {

    private LaneNames() {}

    /** Empty where the name says all. */
    static String tip(Scenery scenery, int row, @Nullable Plot plot) {
        PlannedRow planned = scenery.rows().get(row);
        String title = planned.row().title();
        String address = planned.kind() == PlannedRow.Kind.LANES ? address(scenery.lanes().trace(), scenery.episode(), planned.row().lanes()) : "";
        boolean cut = plot != null && NameColumn.cuts(title, plot.viewport().gutter(), plot.viewport().scale());
        return address.isEmpty() ? cut ? title : "" : title + ": " + address;
    }

    private static String address(Trace trace, KillScene episode, List<LaneId> lanes) {
        return lanes.isEmpty() ? "" : switch (lanes.getFirst()) {
            case LaneId.MmapLockLane(int mm) -> episode.names().address(mm);
            case LaneId.RssLane rss -> episode.names().address(rss.mm());
            case LaneId.SpinlockLane(int lock) -> lanes.size() > 1 ? "" : "spinlock_t " + Long.toHexString(trace.locks().get(lock));
            case LaneId.TaskLane ignored -> "";
            case LaneId.CpuLane ignored -> "";
        };
    }
}
