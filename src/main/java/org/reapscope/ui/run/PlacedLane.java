package org.reapscope.ui.run;

import org.reapscope.picture.run.RunLane;

/** A lane with its place on the screen. */
record PlacedLane(RunLane lane, double y, double height) {

    double middle() {
        return y + height / 2;
    }
}
