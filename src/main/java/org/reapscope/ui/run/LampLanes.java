package org.reapscope.ui.run;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.picture.Role;
import org.reapscope.picture.run.RunLane;
import org.reapscope.picture.run.Strip;

/** The lamps as lanes over the steps of a run: as high as certain, half as high as possible, a line where impossible. */
public final class LampLanes {

    private static final double UNITS = 1.5;
    private static final double HALF = 0.5;
    private static final double LINE = 0.15;

    private LampLanes() {}

    /** A lane for each property that was open at the beginning. */
    public static List<RunLane> of(LampsModel lamps) {
        boolean outdated = lamps.outdated();
        return open(lamps).stream().map(row -> new RunLane(RunLane.Group.OUTCOMES, row.property(), "", UNITS,
                step -> strip(row, step + 1, outdated))).toList();
    }

    /** The rows that have a lane: those that were open at the beginning. */
    public static List<LampRow> open(LampsModel lamps) {
        return lamps.rows().stream().filter(row -> row.decisive() != 0).toList();
    }

    private static @Nullable Strip strip(LampRow row, int depth, boolean outdated) {
        if (depth >= row.lamps().size()) {
            return null;
        }
        Lamp lamp = row.at(depth);
        double share = switch (lamp) {
            case CERTAIN -> 1;
            case POSSIBLE -> HALF;
            case IMPOSSIBLE -> LINE;
        };
        return new Strip(lamp == Lamp.POSSIBLE ? "" : LampText.settled(lamp, row.property()),
                outdated ? Role.UNKNOWN : role(lamp, PropertyText.good(row.property())), share);
    }

    /** The colour of a lamp; what is good news for one property is bad for another. */
    public static Role role(Lamp lamp, boolean good) {
        return switch (lamp) {
            case CERTAIN -> good ? Role.EXITING : Role.ESRCH;
            case POSSIBLE -> Role.WARNING;
            case IMPOSSIBLE -> good ? Role.ESRCH : Role.EXITING;
        };
    }
}
