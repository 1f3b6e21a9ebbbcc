package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.run.RunLane;

/**
 * Where lanes stand: one below the other under their headings. What height is left over goes to the address space first,
 * as long as that does not make its tables grotesque, then to all lanes alike, and then to nobody.
 */
final class ChartLayout {

    private static final double UNIT = 11;
    private static final double GAP = 3;
    private static final double HEADING = 22;
    private static final double FOOT = 38;
    private static final double TALLEST_TABLE = 58;
    private static final double MOST_STRETCH = 1.8;

    private final List<PlacedLane> placed = new ArrayList<>();
    private final Map<RunLane.Group, Double> headings = new EnumMap<>(RunLane.Group.class);

    private ChartLayout() {}

    /** The height that the lanes want. */
    static double height(List<RunLane> lanes, double scale) {
        double units = lanes.stream().mapToDouble(RunLane::units).sum();
        long groups = lanes.stream().map(RunLane::group).distinct().count();
        return scale * (ChartHead.HEIGHT + groups * HEADING + FOOT + units * UNIT) + lanes.size() * GAP;
    }

    static ChartLayout of(List<RunLane> lanes, double height, double scale) {
        double spare = Math.max(0, height - height(lanes, scale));
        List<RunLane> tables = lanes.stream().filter(l -> l.group() == RunLane.Group.ADDRESS_SPACE).toList();
        double address = tables.stream().mapToDouble(RunLane::units).sum() * UNIT * scale;
        double most = Math.max(address, tables.size() * TALLEST_TABLE * scale);
        double toAddress = Math.min(spare, most - address);
        double others = lanes.stream().mapToDouble(RunLane::units).sum() * UNIT * scale - address;
        double stretch = others == 0 ? 1 : Math.min(MOST_STRETCH, 1 + (spare - toAddress) / others);
        double addressStretch = address == 0 ? 1 : 1 + toAddress / address;
        ChartLayout layout = new ChartLayout();
        double y = ChartHead.HEIGHT * scale;
        RunLane.@Nullable Group group = null;
        for (RunLane lane : lanes) {
            if (lane.group() != group) {
                group = lane.group();
                layout.headings.put(group, y + (HEADING - 9) * scale);
                y += HEADING * scale;
            }
            boolean inAddress = group == RunLane.Group.ADDRESS_SPACE;
            double lanesHeight = lane.units() * UNIT * scale * (inAddress ? addressStretch : stretch);
            layout.placed.add(new PlacedLane(lane, y, lanesHeight));
            y += lanesHeight + (inAddress ? lanesHeight > 6 ? 1 : 0 : GAP);
        }
        return layout;
    }

    List<PlacedLane> lanes() {
        return placed;
    }

    List<PlacedLane> in(RunLane.Group group) {
        return placed.stream().filter(p -> p.lane().group() == group).toList();
    }

    /** The middle of the line on which the heading of each group that there is stands. */
    Map<RunLane.Group, Double> headings() {
        return headings;
    }

    /** Where the last lane ends. */
    double end() {
        PlacedLane last = placed.isEmpty() ? null : placed.getLast();
        return last == null ? 0 : last.y() + last.height();
    }
}
