package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reapscope.explore.graph.OutcomeMap;

/** Places of regions on a grid: a column for each number of settled properties, within it near where one comes from. */
final class MapLayout {

    private final int[] column;
    private final int[] row;
    private final int[] inColumn;
    private int columns;
    private int rows;

    private MapLayout(int regions) {
        column = new int[regions];
        row = new int[regions];
        inColumn = new int[regions];
    }

    static MapLayout of(OutcomeMap map) {
        MapLayout layout = new MapLayout(map.regions().size());
        int least = map.regions().stream().mapToInt(OutcomeMap.Region::settled).min().orElse(0);
        double[] height = new double[map.regions().size()];
        for (int settled = least; settled <= map.properties().size(); settled++) {
            List<Integer> members = new ArrayList<>();
            for (int r = 0; r < height.length; r++) {
                if (map.regions().get(r).settled() == settled) {
                    members.add(r);
                }
            }
            if (!members.isEmpty()) {
                layout.fill(map, members, height);
            }
        }
        return layout;
    }

    private void fill(OutcomeMap map, List<Integer> members, double[] height) {
        members.forEach(r -> height[r] = map.passages().stream().filter(p -> p.to() == r)
                .mapToDouble(p -> height[p.from()]).average().orElse(0.5));
        members.sort(Comparator.<Integer>comparingDouble(r -> height[r]).thenComparingInt(r -> r));
        for (int i = 0; i < members.size(); i++) {
            int r = members.get(i);
            column[r] = columns;
            row[r] = i;
            inColumn[r] = members.size();
            height[r] = (i + 0.5) / members.size();
        }
        columns++;
        rows = Math.max(rows, members.size());
    }

    int columns() {
        return columns;
    }

    /** The most regions that stand in one column. */
    int rows() {
        return rows;
    }

    int column(int region) {
        return column[region];
    }

    int row(int region) {
        return row[region];
    }

    int inColumn(int region) {
        return inColumn[region];
    }
}
