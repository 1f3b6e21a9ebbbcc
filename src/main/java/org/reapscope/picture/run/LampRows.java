package org.reapscope.picture.run;

import java.util.List;

import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.report.LampRow;
import org.reapscope.explore.report.LampText;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Role;
import org.reapscope.picture.Row;
import org.reapscope.picture.Strip;
import org.reapscope.picture.Strips;

/**
 * What was still possible after each step: as high as certain, half as high as possible, a line where impossible; a flag where
 * it was settled.
 */
public final class LampRows {

    private static final double HALF = 0.5;
    private static final double LINE = 0.15;

    private LampRows() {}

    static List<PlannedRow> of(RunScene scene) {
        return scene.lamps().stream().map(lamp -> new PlannedRow("lamp/" + lamp.property(), new Row.Values(
                OverSteps.of(Math.min(scene.path().length(), lamp.lamps().size() - 1), depth -> strip(lamp, depth, scene.lampsOutdated())),
                Strips.NONE, lamp.property()), PlannedRow.Kind.LANES)).toList();
    }

    private static Strip strip(LampRow row, int depth, boolean outdated) {
        Lamp lamp = row.at(depth);
        double share = switch (lamp) {
            case CERTAIN -> 1;
            case POSSIBLE -> HALF;
            case IMPOSSIBLE -> LINE;
            case UNKNOWN -> HALF;
        };
        return new Strip(lamp == Lamp.POSSIBLE ? "" : LampText.settled(lamp, row.property()),
                outdated ? Role.UNKNOWN : role(lamp, PropertyText.good(row.property())), share, Strip.Cue.PLAIN, lamp.settled());
    }

    /** The colour of a lamp; what is good news for one property is bad for another. */
    public static Role role(Lamp lamp, boolean good) {
        return switch (lamp) {
            case CERTAIN -> good ? Role.EXITING : Role.ESRCH;
            case POSSIBLE -> Role.WARNING;
            case IMPOSSIBLE -> good ? Role.ESRCH : Role.EXITING;
            case UNKNOWN -> Role.UNKNOWN;
        };
    }
}
