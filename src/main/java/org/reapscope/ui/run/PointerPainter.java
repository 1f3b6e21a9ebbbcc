package org.reapscope.ui.run;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Role;

/** Frames the lanes that a lesson points at, with an arrow at their name. */
final class PointerPainter {

    private static final double ARROW = 9;

    private final Pencil pencil;
    private final StepColumns columns;
    private final double scale;

    PointerPainter(Pencil pencil, StepColumns columns, double scale) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
    }

    /** Names are titles of lanes, or fields such as {@code mm_users[victim]}: of their lane, or else of their owner's. */
    void draw(List<PlacedLane> lanes, List<String> names) {
        for (String name : names) {
            String field = name.replaceFirst("\\[.*", "");
            String owner = name.replaceFirst("[^\\[]*\\[?([^\\]]*)].*", "$1");
            PlacedLane lane = find(lanes, name, find(lanes, field, find(lanes, owner + "." + field, find(lanes, owner, null))));
            if (lane != null) {
                mark(lane);
            }
        }
    }

    private static @Nullable PlacedLane find(List<PlacedLane> lanes, String title,
            @Nullable PlacedLane otherwise) {
        return lanes.stream().filter(l -> l.lane().title().equals(title)).findFirst().orElse(otherwise);
    }

    private void mark(PlacedLane lane) {
        double left = columns.left() - 2;
        double middle = lane.y() + lane.height() / 2;
        pencil.frame(left, lane.y() - 1, columns.right() - left + 1, lane.height() + 2, pencil.colour(Role.ESRCH), 2 * scale);
        pencil.arrowHead(0, middle, (ARROW + 3) * scale, middle, ARROW * scale, pencil.colour(Role.ESRCH));
    }
}
