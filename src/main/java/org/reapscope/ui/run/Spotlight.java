package org.reapscope.ui.run;

import java.util.List;
import java.util.Objects;

import org.reapscope.picture.Role;
import org.reapscope.picture.run.RunLane;
import org.reapscope.picture.run.Strip;

/** Dims all lanes but those that the present step touches: its task's own, and those that show something else since. */
final class Spotlight {

    private static final double DIM = 0.72;

    private final Pencil pencil;
    private final RunModel model;
    private final double width;

    Spotlight(Pencil pencil, RunModel model, double width) {
        this.pencil = pencil;
        this.model = model;
        this.width = width;
    }

    void draw(List<PlacedLane> lanes) {
        if (model.depth() > 0) {
            lanes.stream().filter(lane -> !touched(lane.lane()))
                    .forEach(lane -> pencil.rect(0, lane.y() - 1, width, lane.height() + 2, pencil.colour(Role.LANE_BG, DIM)));
        }
    }

    private boolean touched(RunLane lane) {
        int step = model.depth() - 1;
        return switch (lane.group()) {
            case TASK_STATES -> lane.title().equals(model.tasks().get(model.path().task(step)).name());
            case OUTCOMES, ADDRESS_SPACE, LOCKS -> !Objects.equals(strip(lane, step), strip(lane, step - 1));
        };
    }

    private static Object strip(RunLane lane, int step) {
        Strip strip = step < -1 ? null : lane.at().apply(step);
        return strip == null ? "" : strip;
    }
}
