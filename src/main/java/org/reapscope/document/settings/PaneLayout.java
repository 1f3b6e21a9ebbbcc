package org.reapscope.document.settings;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How a person has arranged the panes around a picture, in whatever kind of document.
 *
 * @param lines widths and heights in lines of text, so that panes grow with it; a side that is not among them has its usual size
 * @param hidden the sides that are not shown
 */
public record PaneLayout(Map<PaneSide, Double> lines, Set<PaneSide> hidden) {

    private static final double FEWEST = 4;
    private static final double MOST = 400;

    /** Every side in its usual size. */
    public static final PaneLayout USUAL = new PaneLayout(Map.of(), Set.of());

    public PaneLayout {
        Map<PaneSide, Double> usable = new EnumMap<>(PaneSide.class);
        lines.forEach((side, size) -> {
            if (size >= FEWEST && size <= MOST) {
                usable.put(side, size);
            }
        });
        lines = Map.copyOf(usable);
        hidden = Set.copyOf(hidden);
    }

    /** The same with a side of this size. */
    public PaneLayout with(PaneSide side, double size) {
        Map<PaneSide, Double> changed = new EnumMap<>(PaneSide.class);
        changed.putAll(lines);
        changed.put(side, size);
        return new PaneLayout(changed, hidden);
    }

    /** The same with a side of its usual size. */
    public PaneLayout without(PaneSide side) {
        Map<PaneSide, Double> changed = new EnumMap<>(PaneSide.class);
        changed.putAll(lines);
        changed.remove(side);
        return new PaneLayout(changed, hidden);
    }

    /** The same with a side hidden if it was shown, shown if it was hidden. */
    public PaneLayout toggled(PaneSide side) {
        Set<PaneSide> changed = EnumSet.noneOf(PaneSide.class);
        changed.addAll(hidden);
        if (!changed.remove(side)) {
            changed.add(side);
        }
        return new PaneLayout(lines, changed);
    }
}
